package dev.sluice.engine.observation.logs;

import dev.sluice.engine.journal.ExchangeRecord;
import java.util.List;

/**
 * The access log of one exchange: one line, or none if its stage writes none (data-plane section 14). The formats are
 * those of the developer guide.
 */
public final class AccessLog {
    /** Common Log Format. */
    public static final String CLF = "$context.identity.sourceIp $context.identity.caller $context.identity.user "
            + "[$context.requestTime] \"$context.httpMethod $context.resourcePath $context.protocol\" "
            + "$context.status $context.responseLength $context.requestId $context.extendedRequestId";

    public static final String JSON = "{ \"requestId\":\"$context.requestId\", "
            + "\"extendedRequestId\":\"$context.extendedRequestId\", "
            + "\"ip\": \"$context.identity.sourceIp\", \"caller\":\"$context.identity.caller\", "
            + "\"user\":\"$context.identity.user\", \"requestTime\":\"$context.requestTime\", "
            + "\"httpMethod\":\"$context.httpMethod\", \"resourcePath\":\"$context.resourcePath\", "
            + "\"status\":\"$context.status\", \"protocol\":\"$context.protocol\", "
            + "\"responseLength\":\"$context.responseLength\" }";

    public static final String XML = "<request id=\"$context.requestId\"> "
            + "<extendedRequestId>$context.extendedRequestId</extendedRequestId> "
            + "<ip>$context.identity.sourceIp</ip> <caller>$context.identity.caller</caller> "
            + "<user>$context.identity.user</user> <requestTime>$context.requestTime</requestTime> "
            + "<httpMethod>$context.httpMethod</httpMethod> <resourcePath>$context.resourcePath</resourcePath> "
            + "<status>$context.status</status> <protocol>$context.protocol</protocol> "
            + "<responseLength>$context.responseLength</responseLength> </request>";

    public static final String CSV = "$context.identity.sourceIp,$context.identity.caller,$context.identity.user,"
            + "$context.requestTime,$context.httpMethod,$context.resourcePath,$context.protocol,$context.status,"
            + "$context.responseLength,$context.requestId,$context.extendedRequestId";

    private static final String LOG_GROUP = ":log-group:";

    private AccessLog() {}

    /**
     * The group that the lines go to: the log group of the ARN, or what stands last in another ARN (a delivery stream).
     *
     * @param destinationArn with or without {@code :*} at the end
     */
    public static String group(String destinationArn) {
        String arn = destinationArn.endsWith(":*")
                ? destinationArn.substring(0, destinationArn.length() - 2)
                : destinationArn;
        int group = arn.indexOf(LOG_GROUP);
        return group >= 0 ? arn.substring(group + LOG_GROUP.length()) : arn.substring(arn.lastIndexOf('/') + 1);
    }

    /** At most one line. */
    public static List<LogLine> lines(ExchangeRecord exchange) {
        return exchange.accessLine()
                .map(line -> List.of(new LogLine(exchange.endNanos(), line.text())))
                .orElse(List.of());
    }
}

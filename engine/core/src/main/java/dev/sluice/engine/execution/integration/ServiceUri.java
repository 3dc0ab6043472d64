package dev.sluice.engine.execution.integration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URI of an integration with an AWS service (data-plane section 10.10):
 * {@code arn:aws:apigateway:REGION:SERVICE:path/PATH} or {@code ...:action/ACTION}, where the service may have a
 * subdomain in front ({@code id.appsync-api}).
 *
 * @param path starts with {@code /}; {@code /} alone if the URI names an action
 * @param action empty if the URI names a path
 * @param query raw query string, also that of the older form {@code action/NAME&Key=Value}
 */
record ServiceUri(String region, String service, String path, String action, String query) {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:apigateway:([a-z0-9-]+):([A-Za-z0-9.-]+):(path|action)/([^#]*)");

    /** Empty if this is no such URI, or if it holds what no request line can. */
    static Optional<ServiceUri> of(String uri) {
        Matcher arn = ARN.matcher(uri);
        if (!arn.matches() || !uri.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        }
        boolean isPath = arn.group(3).equals("path");
        String rest = arn.group(4);
        int end = rest.indexOf('?');
        if (end < 0 && !isPath) {
            end = rest.indexOf('&');
        }
        String name = end < 0 ? rest : rest.substring(0, end);
        if (name.isEmpty() && !isPath) {
            return Optional.empty();
        }
        return Optional.of(new ServiceUri(
                arn.group(1),
                arn.group(2),
                isPath ? "/" + name : "/",
                isPath ? "" : name,
                end < 0 ? "" : rest.substring(end + 1)));
    }

    /** Where the service is reached: {@code sqs.us-east-1.amazonaws.com}. */
    String host() {
        return service + "." + region + ".amazonaws.com";
    }
}

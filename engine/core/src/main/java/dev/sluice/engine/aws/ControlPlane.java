package dev.sluice.engine.aws;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.apigateway.ApiGateway;
import dev.sluice.engine.aws.cloudwatch.CloudWatch;
import dev.sluice.engine.aws.logs.CloudWatchLogs;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.servicequotas.ServiceQuotas;
import dev.sluice.engine.aws.sts.SecurityTokens;
import dev.sluice.engine.aws.xray.XRay;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.observation.insights.Workers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Stands before a gateway and takes the requests that are for AWS's services, so that one port serves both planes.
 *
 * <p>In this order (control-plane section 1): a host or path that calls an API goes to the gateway; then the first
 * service that knows the request answers; everything else goes to the gateway, which says {@code Forbidden}.
 */
public final class ControlPlane implements Dialogue.Opener {
    private static final String INVOKE_PATH = "/_aws/execute-api/";
    private static final String INVOKE_HOST = ".execute-api.";
    private static final String USER_REQUEST = "/_user_request_";

    private final Engine engine;
    private final Dialogue.Opener gateway;
    private final List<AwsService> services;

    private ControlPlane(Engine engine, List<AwsService> services) {
        this.engine = engine;
        this.services = List.copyOf(services);
        gateway = Dialogue.with(engine.gateway());
    }

    /** The engine's gateway with every service that Sluice has. */
    public static ControlPlane before(Engine engine) {
        return new ControlPlane(
                engine,
                List.of(
                        new ApiGateway(engine),
                        CloudWatchLogs.over(engine, Workers.NONE),
                        CloudWatch.over(engine),
                        SecurityTokens.over(engine),
                        XRay.over(engine),
                        ServiceQuotas.over(engine, ServiceQuotas.Granting.AT_ONCE)));
    }

    @Override
    public Dialogue open(HttpRequest request) {
        if (callsAnApi(request)) {
            return gateway.open(request);
        }
        Optional<HttpRequest> rewritten = userRequest(request);
        if (rewritten.isPresent()) {
            return gateway.open(rewritten.get());
        }
        for (AwsService service : services) {
            if (service.serves(request)) {
                Optional<HttpResponse> refusal = Doorkeeper.refusal(request);
                return refusal.isPresent() ? Dialogue.answering(nowNanos -> refusal.get()) : service.open(request);
            }
        }
        return names(request) ? Dialogue.answering(ControlPlane::unknownService) : gateway.open(request);
    }

    private boolean callsAnApi(HttpRequest request) {
        if (request.target().startsWith(INVOKE_PATH)) {
            return true;
        }
        String host = Doorkeeper.host(request);
        return host.contains(INVOKE_HOST)
                || engine.workspace().domainNames().stream()
                        .anyMatch(domain ->
                                domain.domainName().toLowerCase(Locale.ROOT).equals(host));
    }

    /** {@code /restapis/API/STAGE/_user_request_/...}, an older local form, as the one the gateway knows. */
    private static Optional<HttpRequest> userRequest(HttpRequest request) {
        String target = request.target();
        int marker = target.indexOf(USER_REQUEST);
        if (!target.startsWith("/restapis/") || marker < 0) {
            return Optional.empty();
        }
        String stage = target.substring("/restapis/".length(), marker);
        String rest = target.substring(marker + USER_REQUEST.length());
        return stage.chars().filter(c -> c == '/').count() == 1
                ? Optional.of(new HttpRequest(
                        request.method(),
                        INVOKE_PATH + stage + rest,
                        request.headers(),
                        request.body(),
                        request.sourceIp()))
                : Optional.empty();
    }

    /** Whether a client of AWS says by a header that it means a service, though none of ours. */
    private static boolean names(HttpRequest request) {
        return request.headers().contains("X-Amz-Target") || request.headers().contains("smithy-protocol");
    }

    private static HttpResponse unknownService(long nowNanos) {
        return RestAnswer.error(
                        404, "UnknownOperationException", "Sluice does not have this operation of AWS's services.")
                .response(nowNanos);
    }
}

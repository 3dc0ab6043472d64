package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.Set;

/** The service {@code apigateway} for REST APIs. What it does not have it says so; it never pretends. */
public final class ApiGateway implements AwsService {
    /** First segments of all of the service's paths, those of operations we do not have included. */
    private static final Set<String> COLLECTIONS = Set.of(
            "restapis",
            "usageplans",
            "apikeys",
            "domainnames",
            "vpclinks",
            "account",
            "tags",
            "clientcertificates",
            "sdktypes",
            "domainnameaccessassociations",
            "rejectdomainnameaccessassociations");

    private final RestTable<RestOperation> operations = new RestTable<>();

    /** @param engine whose workspace is shown and changed */
    public ApiGateway(Engine engine) {
        new ApiRoutes(engine).addTo(operations);
        new ResourceRoutes(engine).addTo(operations);
        new MethodRoutes(engine).addTo(operations);
        new IntegrationRoutes(engine).addTo(operations);
        new StageRoutes(engine).addTo(operations);
        new AccountRoutes(engine).addTo(operations);
        new DomainNameRoutes(engine).addTo(operations);
        new ApiKeyRoutes(engine).addTo(operations);
        new UsagePlanRoutes(engine).addTo(operations);
        new UsageRoutes(engine).addTo(operations);
        new AuthorizerRoutes(engine).addTo(operations);
        new ModelRoutes(engine).addTo(operations);
        new RequestValidatorRoutes(engine).addTo(operations);
        new GatewayResponseRoutes(engine).addTo(operations);
        new DeploymentRoutes(engine).addTo(operations);
    }

    @Override
    public boolean serves(HttpRequest request) {
        String target = request.target();
        int end = 1;
        while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
            end++;
        }
        return COLLECTIONS.contains(target.substring(1, end));
    }

    @Override
    public HttpResponse answer(HttpRequest request, long nowNanos) {
        return perform(request, nowNanos).response(nowNanos);
    }

    private RestAnswer perform(HttpRequest request, long nowNanos) {
        var match = operations.match(request, nowNanos);
        if (match.isEmpty()) {
            return unknown(request);
        }
        try {
            return match.get().operation().perform(match.get().call());
        } catch (ControlException refused) {
            return RestAnswer.error(refused);
        }
    }

    private static RestAnswer unknown(HttpRequest request) {
        return RestAnswer.error(
                404,
                "UnknownOperationException",
                "Sluice has no operation " + request.method() + " " + request.rawPath() + " of API Gateway.");
    }
}

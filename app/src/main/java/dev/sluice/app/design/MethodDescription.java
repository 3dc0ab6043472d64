package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.design.BoxContent.Field;
import dev.sluice.app.design.BoxContent.Template;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.PrettyJson;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodAuthorization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method box by box: two lines to read at a glance, and every setting by AWS's name.
 *
 * @param api the draft the method belongs to
 * @param cache how the selected stage caches it; absent if it does not
 * @param limits the limits in its way on the selected stage
 * @param invokeUrl where it is called, path template included
 */
public record MethodDescription(
        String resourcePath,
        Method method,
        ApiDefinition api,
        DeploymentState state,
        String stageName,
        String invokeUrl,
        Optional<CacheSetting> cache,
        List<EffectiveLimit> limits) {

    public BoxContent content(DiagramBox box) {
        return switch (box) {
            case CLIENT -> client();
            case LIMITS -> limitsBox();
            case METHOD_REQUEST -> methodRequest();
            case INTEGRATION_REQUEST -> integrationRequest();
            case INTEGRATION -> integration();
            case INTEGRATION_RESPONSE -> integrationResponse();
            case METHOD_RESPONSE -> methodResponse();
        };
    }

    /** A command line that calls the method; what the caller must fill in stands in capitals. */
    public String curl() {
        String request =
                method.httpMethod().equals("GET") || method.httpMethod().equals(Method.ANY)
                        ? ""
                        : "-X " + method.httpMethod() + " ";
        String key = method.apiKeyRequired() ? "-H 'x-api-key: YOUR_KEY' " : "";
        return "curl -i " + request + key + "'" + invokeUrl + "'";
    }

    private BoxContent client() {
        return BoxContent.of(
                method.httpMethod(), stageName, new Field("invokeUrl", invokeUrl), new Field("stage", stageName));
    }

    private BoxContent limitsBox() {
        long apply = limits.stream().filter(limit -> limit.ignored().isEmpty()).count();
        var tightest = limits.stream()
                .filter(limit -> limit.ignored().isEmpty())
                .min(Comparator.comparing(limit -> limit.throttle().rateLimit()));
        var fields = new ArrayList<Field>();
        for (EffectiveLimit limit : limits) {
            String words = text(
                    "limits.words",
                    Numbers.perSecond(limit.throttle().rateLimit()),
                    Numbers.count(limit.throttle().burstLimit()));
            fields.add(new Field(
                    limit.setIn(),
                    limit.ignored().map(why -> words + "\n" + why).orElse(words)));
        }
        return new BoxContent(
                text(apply == 1 ? "diagram.limitApplies" : "diagram.limitsApply", Numbers.count(apply)),
                tightest.map(limit -> text(
                                "diagram.tightest",
                                Numbers.perSecond(limit.throttle().rateLimit())))
                        .orElse(""),
                fields,
                List.of());
    }

    private BoxContent methodRequest() {
        var fields = new ArrayList<Field>();
        fields.add(new Field("httpMethod", method.httpMethod()));
        addAuthorization(fields);
        fields.add(new Field("apiKeyRequired", Boolean.toString(method.apiKeyRequired())));
        method.operationName().ifPresent(name -> fields.add(new Field("operationName", name)));
        method.requestValidatorId().flatMap(api::requestValidator).ifPresent(validator -> {
            fields.add(new Field("requestValidator", validator.name()));
            fields.add(new Field("validateRequestBody", Boolean.toString(validator.validateRequestBody())));
            fields.add(new Field("validateRequestParameters", Boolean.toString(validator.validateRequestParameters())));
        });
        method.requestModels().forEach((type, model) -> fields.add(new Field("requestModels " + type, model)));
        method.requestParameters()
                .forEach((name, required) ->
                        fields.add(new Field(name, text(required ? "design.required" : "design.optional"))));
        int count = method.requestParameters().size();
        return new BoxContent(
                callers(),
                count == 0
                        ? text("diagram.noParameters")
                        : text(count == 1 ? "diagram.parameter" : "diagram.parameters", Numbers.count(count)),
                fields,
                models());
    }

    private List<Template> models() {
        return method.requestModels().values().stream()
                .distinct()
                .flatMap(name -> api.model(name).stream())
                .map(model -> new Template(
                        "schema " + model.name(), PrettyJson.of(model.schema()).orElse(model.schema())))
                .toList();
    }

    /** What callers need, at a glance. */
    private String callers() {
        String key = text(method.apiKeyRequired() ? "diagram.keyRequired" : "diagram.noKey");
        MethodAuthorization.Type type = method.authorization().type();
        if (type == MethodAuthorization.Type.NONE) {
            return key;
        }
        return method.apiKeyRequired() ? text("diagram.authorizationAndKey", type.name()) : type.name();
    }

    private void addAuthorization(List<Field> fields) {
        MethodAuthorization authorization = method.authorization();
        fields.add(new Field("authorizationType", authorization.type().name()));
        authorization
                .authorizerId()
                .ifPresent(id -> fields.add(new Field(
                        "authorizer",
                        api.authorizer(id)
                                .map(found -> text(
                                        "design.authorizer",
                                        found.name(),
                                        found.type().name()))
                                .orElse(text("design.authorizerMissing", id)))));
        if (!authorization.scopes().isEmpty()) {
            fields.add(new Field("authorizationScopes", String.join(", ", authorization.scopes())));
        }
    }

    private BoxContent integrationRequest() {
        Integration integration = method.integration();
        var fields = new ArrayList<Field>();
        fields.add(new Field("type", integration.type().name()));
        addIfAny(fields, "httpMethod", integration.httpMethod());
        addIfAny(fields, "uri", integration.uri());
        fields.add(new Field(
                "passthroughBehavior", integration.passthroughBehavior().name()));
        fields.add(new Field("timeoutInMillis", Integer.toString(integration.timeoutInMillis())));
        integration.connectionId().ifPresent(id -> fields.add(new Field("connectionId", id)));
        integration.credentials().ifPresent(arn -> fields.add(new Field("credentials", arn)));
        integration.contentHandling().ifPresent(how -> fields.add(new Field("contentHandling", how.name())));
        if (integration.insecureSkipVerification()) {
            fields.add(new Field("tlsConfig insecureSkipVerification", "true"));
        }
        integration.requestParameters().forEach((name, source) -> fields.add(new Field(name, source)));
        integration.cacheNamespace().ifPresent(name -> fields.add(new Field("cacheNamespace", name)));
        addIfAny(fields, "cacheKeyParameters", String.join(", ", integration.cacheKeyParameters()));
        cache.ifPresent(setting -> {
            fields.add(new Field("cacheTtlInSeconds", Integer.toString(setting.ttlInSeconds())));
            fields.add(
                    new Field("requireAuthorizationForCacheControl", Boolean.toString(setting.requireAuthorization())));
            fields.add(new Field(
                    "unauthorizedCacheControlHeaderStrategy",
                    setting.unauthorizedStrategy().name()));
        });
        int templates = integration.requestTemplates().size();
        String second = isProxy()
                ? text("diagram.proxy")
                : templates == 0
                        ? text("diagram.noTemplate")
                        : text(templates == 1 ? "diagram.template" : "diagram.templates", Numbers.count(templates));
        return new BoxContent(
                integration.type().name(),
                second,
                fields,
                templates("requestTemplates", integration.requestTemplates()));
    }

    private BoxContent integration() {
        Integration integration = method.integration();
        var fields = new ArrayList<Field>();
        fields.add(new Field("type", integration.type().name()));
        addIfAny(fields, "uri", integration.uri());
        fields.add(new Field("timeoutInMillis", Integer.toString(integration.timeoutInMillis())));
        String name = switch (integration.type()) {
            case MOCK -> text("diagram.mock");
            case AWS_PROXY -> functionName(integration.uri());
            case AWS -> isFunction(integration) ? functionName(integration.uri()) : serviceName(integration.uri());
            case HTTP, HTTP_PROXY -> authority(integration.uri());
        };
        String kind = switch (integration.type()) {
            case MOCK -> text("diagram.mock.what");
            case AWS_PROXY -> text("diagram.function");
            case AWS -> text(isFunction(integration) ? "diagram.function" : "diagram.service");
            case HTTP, HTTP_PROXY -> text("diagram.http");
        };
        return new BoxContent(name, kind, fields, List.of());
    }

    private BoxContent integrationResponse() {
        if (isProxy()) {
            return BoxContent.of(text("diagram.passedThrough"), text("diagram.proxy"));
        }
        var fields = new ArrayList<Field>();
        var templates = new ArrayList<Template>();
        for (IntegrationResponse response : method.integration().integrationResponses()) {
            String status = response.statusCode();
            fields.add(new Field(
                    status + " selectionPattern", response.selectionPattern().orElse(text("design.default"))));
            response.responseParameters().forEach((name, source) -> fields.add(new Field(status + " " + name, source)));
            response.contentHandling().ifPresent(how -> fields.add(new Field(status + " contentHandling", how.name())));
            templates.addAll(templates(status + " responseTemplates", response.responseTemplates()));
        }
        int count = method.integration().integrationResponses().size();
        return new BoxContent(
                text(count == 1 ? "diagram.rule" : "diagram.rules", Numbers.count(count)),
                statuses(method.integration().integrationResponses().stream()
                        .map(IntegrationResponse::statusCode)
                        .toList()),
                fields,
                templates);
    }

    private BoxContent methodResponse() {
        var fields = new ArrayList<Field>();
        method.methodResponses().forEach((status, response) -> {
            response.responseModels()
                    .forEach((type, model) -> fields.add(new Field(status + " responseModels " + type, model)));
            response.responseParameters()
                    .forEach((name, required) -> fields.add(
                            new Field(status + " " + name, text(required ? "design.required" : "design.optional"))));
            if (response.responseModels().isEmpty()
                    && response.responseParameters().isEmpty()) {
                fields.add(new Field("statusCode", status));
            }
        });
        int count = method.methodResponses().size();
        return new BoxContent(
                text(count == 1 ? "diagram.response" : "diagram.responses", Numbers.count(count)),
                statuses(List.copyOf(method.methodResponses().keySet())),
                fields,
                List.of());
    }

    private boolean isProxy() {
        return switch (method.integration().type()) {
            case AWS_PROXY, HTTP_PROXY -> true;
            case MOCK, HTTP, AWS -> false;
        };
    }

    private static String statuses(List<String> codes) {
        return String.join(" · ", codes);
    }

    private static List<Template> templates(String title, Map<String, String> byType) {
        return byType.entrySet().stream()
                .map(template -> new Template(title + " " + template.getKey(), template.getValue()))
                .toList();
    }

    private static void addIfAny(List<Field> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(name, value));
        }
    }

    /** The name in {@code …:function:NAME/invocations}; the whole URI if it has another form. */
    private static String functionName(String uri) {
        int start = uri.lastIndexOf(":function:");
        int end = uri.lastIndexOf("/invocations");
        return start < 0 ? uri : uri.substring(start + ":function:".length(), end < 0 ? uri.length() : end);
    }

    private static boolean isFunction(Integration integration) {
        return integration.uri().contains(":lambda:path/");
    }

    /**
     * The service and the action in {@code arn:aws:apigateway:REGION:SERVICE:action/ACTION}; the URI in other forms.
     */
    private static String serviceName(String uri) {
        String[] parts = uri.split(":", 6);
        if (parts.length < 6) {
            return uri;
        }
        return parts[5].startsWith("action/") ? parts[4] + " " + parts[5].substring("action/".length()) : parts[4];
    }

    private static String authority(String uri) {
        String rest = uri.substring(uri.indexOf("://") < 0 ? 0 : uri.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}

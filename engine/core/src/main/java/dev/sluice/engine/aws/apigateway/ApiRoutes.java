package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.Page;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.apis.ApiOperations;
import dev.sluice.engine.control.apis.ApiOperations.NewApi;
import dev.sluice.engine.control.apis.ImportOperations;
import dev.sluice.engine.control.apis.ImportOperations.Imported;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.ApiNotes;
import dev.sluice.engine.definition.ApiNotes.EndpointType;
import dev.sluice.engine.definition.RestApi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** REST APIs: which requests they are, and what is read from them. */
final class ApiRoutes {
    private static final String APIS = "/restapis";
    private static final String API = APIS + "/{restapi_id}";

    /** A tag that chooses the id of a new API, as other local stand-ins for AWS have it. */
    private static final String CUSTOM_ID = "_custom_id_";

    private final Engine engine;

    ApiRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", APIS, this::list)
                .add("POST", APIS, this::create)
                .add("POST", APIS + "?mode=import", this::importApi)
                .add("GET", API, this::get)
                .add("PUT", API, this::put)
                .add("PATCH", API, this::update)
                .add("DELETE", API, this::delete)
                .add("GET", API + "/stages/{stage_name}/exports/{export_type}", this::export);
    }

    private RestAnswer list(RestCall call) {
        return Page.of(call, engine.workspace().restApis(), ApiResponses::api);
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(200, ApiResponses.api(Lookup.api(engine.workspace(), id(call))));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        if (Member.text(body, "cloneFrom").isPresent()) {
            throw ControlException.badRequest("Sluice does not clone APIs: export one and import it instead.");
        }
        Map<String, String> tags = Member.textByName(body, "tags");
        String apiId = Optional.ofNullable(tags.get(CUSTOM_ID))
                .orElseGet(() -> engine.control().newId("api", 10));
        var asked = new NewApi(
                apiId,
                Member.text(body, "name").orElse(""),
                Member.text(body, "description"),
                Member.text(body, "version").orElse(""),
                Member.text(body, "apiKeySource").orElse("HEADER").equals("AUTHORIZER")
                        ? ApiKeySource.AUTHORIZER
                        : ApiKeySource.HEADER,
                Member.texts(body, "binaryMediaTypes"),
                Member.whole(body, "minimumCompressionSize"),
                Member.text(body, "policy"),
                endpoint(body.path("endpointConfiguration"))
                        .withDisableExecuteApiEndpoint(
                                Member.flag(body, "disableExecuteApiEndpoint").orElse(false))
                        .withTags(tags)
                        .createdAt(call.nowSeconds()));
        RestApi made = engine.control()
                .change(
                        "Create API " + asked.name(),
                        workspace -> ApiOperations.create(workspace, asked),
                        call.nowNanos());
        return RestAnswer.json(201, ApiResponses.api(made));
    }

    private static ApiNotes endpoint(JsonNode configuration) {
        if (configuration.isMissingNode()) {
            return ApiNotes.NONE;
        }
        List<String> types = Member.present(configuration, "types").isPresent()
                ? Member.texts(configuration, "types")
                : List.of("EDGE");
        if (types.isEmpty()) {
            throw ControlException.badRequest("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        }
        types.forEach(type -> type(type, types));
        if (types.size() > 1) {
            throw ControlException.badRequest("Cannot create an api with multiple Endpoint Types.");
        }
        EndpointType type = type(types.getFirst(), types);
        Optional<String> ip = Member.text(configuration, "ipAddressType");
        if (ip.isPresent() && !List.of("ipv4", "dualstack").contains(ip.get())) {
            throw ControlException.validation(
                    ip.get(),
                    "createRestApiInput.endpointConfiguration.ipAddressType",
                    "enum value set: [ipv4, dualstack]");
        }
        if (type == EndpointType.PRIVATE && ip.equals(Optional.of("ipv4"))) {
            throw ControlException.badRequest("Only dualstack ipAddressType is supported for Private APIs.");
        }
        return ApiNotes.NONE.withEndpoint(
                type,
                ip.orElse(type == EndpointType.PRIVATE ? "dualstack" : "ipv4"),
                Member.texts(configuration, "vpcEndpointIds"));
    }

    private static EndpointType type(String name, List<String> all) {
        return Arrays.stream(EndpointType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlException.validation(
                        "[" + String.join(", ", all) + "]",
                        "createRestApiInput.endpointConfiguration.types",
                        "constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]"));
    }

    private RestAnswer importApi(RestCall call) {
        refuseBasePath(call);
        String apiId = engine.control().newId("api", 10);
        ApiNotes notes = call.parameter("endpointConfigurationTypes")
                .map(type -> ApiNotes.NONE.withEndpoint(type(type, List.of(type)), "ipv4", List.of()))
                .orElse(ApiNotes.NONE)
                .createdAt(call.nowSeconds());
        Imported imported = engine.control()
                .change(
                        "Import an API",
                        workspace -> ImportOperations.create(
                                workspace, apiId, call.request().body().bytes(), failOnWarnings(call), notes),
                        call.nowNanos());
        return imported(201, imported);
    }

    private RestAnswer put(RestCall call) {
        refuseBasePath(call);
        boolean overwrite = call.parameter("mode").orElse("merge").equals("overwrite");
        Imported imported = engine.control()
                .change(
                        "Import into " + id(call),
                        workspace -> ImportOperations.put(
                                workspace, id(call), call.request().body().bytes(), failOnWarnings(call), overwrite),
                        call.nowNanos());
        return imported(200, imported);
    }

    private static RestAnswer imported(int status, Imported imported) {
        ObjectNode json = ApiResponses.api(imported.api());
        ApiResponses.putUnlessEmpty(json, "warnings", imported.warnings());
        return RestAnswer.json(status, json);
    }

    private static boolean failOnWarnings(RestCall call) {
        return call.parameter("failonwarnings").orElse("").equals("true");
    }

    private static void refuseBasePath(RestCall call) {
        String mode = call.parameter("basepath").orElse("ignore");
        if (!mode.equals("ignore")) {
            throw ControlException.badRequest("Sluice imports with basepath=ignore only, not with " + mode + ".");
        }
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateRestApiInput");
        RestApi changed = engine.control()
                .change(
                        "Update API " + id(call),
                        workspace -> ApiOperations.update(workspace, id(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, ApiResponses.updated(changed));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete API " + id(call),
                        workspace -> new Change<>(ApiOperations.delete(workspace, id(call)), true),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private RestAnswer export(RestCall call) {
        return ExportResponse.of(engine.workspace(), call);
    }

    private static String id(RestCall call) {
        return call.label("restapi_id");
    }
}

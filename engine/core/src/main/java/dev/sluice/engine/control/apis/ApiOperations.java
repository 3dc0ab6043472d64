package dev.sluice.engine.control.apis;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.StableId;
import dev.sluice.engine.control.stages.Dangling;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.ApiNotes;
import dev.sluice.engine.definition.Model;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Create, update and delete REST APIs; each throws ControlException with AWS's words if it cannot be done. */
public final class ApiOperations {
    private static final int LARGEST_COMPRESSION_SIZE = 10_485_760;

    /** A new API has these two; an imported one does not (recorded). */
    private static final List<Model> MODELS = List.of(
            new Model(
                    "Empty",
                    "application/json",
                    "This is a default empty schema model",
                    "{\n  \"$schema\": \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Empty Schema\",\n  \"type\" : \"object\"\n}"),
            new Model(
                    "Error",
                    "application/json",
                    "This is a default error schema model",
                    "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Error Schema\",\n  \"type\" : \"object\",\n  \"properties\" : {\n    \"message\" : { \"type\" : \"string\" }\n  }\n}"));

    private ApiOperations() {}

    /** What CreateRestApi is asked for. */
    public record NewApi(
            String id,
            String name,
            Optional<String> description,
            String version,
            ApiKeySource apiKeySource,
            List<String> binaryMediaTypes,
            Optional<Integer> minimumCompressionSize,
            Optional<String> policy,
            ApiNotes notes) {}

    /** CreateRestApi. */
    public static Change<RestApi> create(Workspace workspace, NewApi asked) {
        if (asked.name().isBlank()) {
            throw ControlException.badRequest("Rest API name cannot be empty");
        }
        if (asked.description().filter(String::isEmpty).isPresent()) {
            throw ControlException.badRequest("Description cannot be an empty string");
        }
        asked.minimumCompressionSize().ifPresent(ApiOperations::checkCompression);
        var draft = new ApiDefinition(
                asked.name(),
                asked.description().orElse(""),
                asked.version(),
                asked.apiKeySource(),
                asked.binaryMediaTypes(),
                asked.minimumCompressionSize(),
                asked.policy(),
                List.of(new Resource(StableId.ofResource(asked.id(), "/"), "/", Map.of())),
                List.of(),
                MODELS,
                List.of(),
                Map.of());
        return add(workspace, new RestApi(asked.id(), draft, List.of(), List.of(), asked.notes()));
    }

    static Change<RestApi> add(Workspace workspace, RestApi api) {
        if (workspace.restApi(api.id()).isPresent()
                || workspace.httpApi(api.id()).isPresent()) {
            throw ControlException.conflict("An API with the id " + api.id() + " exists already");
        }
        return new Change<>(workspace.withRestApi(api), api);
    }

    /** UpdateRestApi: all operations or none. */
    public static Change<RestApi> update(Workspace workspace, String apiId, List<PatchOperation> operations) {
        RestApi changed = new ApiPatches(Lookup.api(workspace, apiId)).apply(operations);
        return new Change<>(workspace.withRestApi(changed), changed);
    }

    /** DeleteRestApi. Plans and domains lose it. */
    public static Workspace delete(Workspace workspace, String apiId) {
        RestApi gone = Lookup.api(workspace, apiId);
        var rest = workspace.restApis().stream()
                .filter(api -> !api.id().equals(gone.id()))
                .toList();
        return Dangling.withoutApi(workspace.withRestApis(rest), apiId);
    }

    static void checkCompression(int size) {
        if (size < 0 || size > LARGEST_COMPRESSION_SIZE) {
            throw ControlException.badRequest("Invalid minimum compression size, must be between 0 and 10485760");
        }
    }
}

package dev.sluice.engine.control.gatewayresponses;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.definition.GatewayResponse;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * List, get, put, update and delete a REST API's gateway responses. They change the draft: a stage shows it after the
 * next deployment.
 *
 * <p>Every operation throws {@link ControlException} with AWS's words if it cannot be done, and has changed nothing.
 */
public final class GatewayResponseOperations {
    private static final Pattern STATUS_CODE = Pattern.compile("[1-5]\\d\\d");
    private static final String PARAMETERS = "responseParameters";
    private static final String TEMPLATES = "responseTemplates";

    private GatewayResponseOperations() {}

    /** What a change made. */
    public record Changed(Workspace workspace, GatewayResponseView view) {}

    /** GetGatewayResponses: all 21 types, set or not. */
    public static List<GatewayResponseView> list(Workspace workspace, String apiId) {
        RestApi api = api(workspace, apiId);
        return Arrays.stream(GatewayResponseType.values())
                .map(type -> GatewayResponseView.of(api.draft(), type))
                .toList();
    }

    /** GetGatewayResponse. */
    public static GatewayResponseView get(Workspace workspace, String apiId, String responseType) {
        GatewayResponseType type = type(responseType);
        return GatewayResponseView.of(api(workspace, apiId).draft(), type);
    }

    /**
     * PutGatewayResponse: replaces all of it. What is not given has the factory's value, whatever the family's default
     * says.
     */
    public static Changed put(
            Workspace workspace,
            String apiId,
            String responseType,
            Optional<String> statusCode,
            Map<String, String> responseParameters,
            Map<String, String> responseTemplates) {
        GatewayResponseType type = type(responseType);
        statusCode.ifPresent(GatewayResponseOperations::checkStatusCode);
        var response = new GatewayResponse(statusCode.map(Integer::valueOf), responseParameters, responseTemplates);
        return set(workspace, apiId, type, Optional.of(response));
    }

    /** UpdateGatewayResponse, of a type that is not set too: all operations or none. */
    public static Changed update(
            Workspace workspace, String apiId, String responseType, List<PatchOperation> operations) {
        GatewayResponseType type = type(responseType);
        PatchOperation.check(operations, "updateGatewayResponseInput");
        GatewayResponse set = api(workspace, apiId).draft().gatewayResponses().get(type);
        Optional<Integer> statusCode = set == null ? Optional.empty() : set.statusCode();
        var parameters = new LinkedHashMap<>(set == null ? Map.<String, String>of() : set.responseParameters());
        var templates = new LinkedHashMap<>(
                set == null || set.responseTemplates().isEmpty()
                        ? GatewayResponseView.DEFAULT_TEMPLATES
                        : set.responseTemplates());
        for (PatchOperation operation : operations) {
            Optional<String> parameter = operation.below("/" + PARAMETERS + "/");
            Optional<String> template = operation.below("/" + TEMPLATES + "/");
            if (parameter.isPresent()) {
                patch(parameters, parameter.get(), operation, PARAMETERS);
            } else if (template.isPresent()) {
                patch(templates, template.get(), operation, TEMPLATES);
            } else {
                statusCode = Optional.of(statusCode(operation));
            }
        }
        return set(workspace, apiId, type, Optional.of(new GatewayResponse(statusCode, parameters, templates)));
    }

    /** DeleteGatewayResponse: the type is as it was before anybody set it. */
    public static Workspace delete(Workspace workspace, String apiId, String responseType) {
        GatewayResponseType type = type(responseType);
        if (!api(workspace, apiId).draft().gatewayResponses().containsKey(type)) {
            throw ControlException.notFound("Gateway response type not defined on api");
        }
        return set(workspace, apiId, type, Optional.empty()).workspace();
    }

    private static void patch(Map<String, String> entries, String name, PatchOperation operation, String what) {
        switch (operation.op()) {
            case "remove" -> remove(entries, name);
            case "add" -> entries.put(name, value(operation, what));
            case "replace" -> {
                if (!entries.containsKey(name)) {
                    throw ControlException.notFound("Invalid parameter name specified");
                }
                entries.put(name, value(operation, what));
            }
            default -> throw operation.wrongPath();
        }
    }

    private static void remove(Map<String, String> entries, String name) {
        if (entries.remove(name) == null) {
            throw ControlException.notFound("Invalid parameter name specified");
        }
    }

    private static String value(PatchOperation operation, String what) {
        return operation
                .value()
                .orElseThrow(() -> ControlException.badRequest("Invalid null or empty value in " + what));
    }

    private static int statusCode(PatchOperation operation) {
        if (!operation.path().equals(Optional.of("/statusCode"))
                || !operation.op().equals("replace")) {
            throw operation.wrongPath();
        }
        String code = value(operation, "statusCode");
        checkStatusCode(code);
        return Integer.parseInt(code);
    }

    private static void checkStatusCode(String code) {
        if (!STATUS_CODE.matcher(code).matches()) {
            throw ControlException.validation(code, "statusCode", "regular expression pattern: " + STATUS_CODE);
        }
    }

    private static GatewayResponseType type(String name) {
        return Arrays.stream(GatewayResponseType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlException.validation(
                        name, "responseType", "enum value set: " + Arrays.toString(GatewayResponseType.values())));
    }

    private static RestApi api(Workspace workspace, String apiId) {
        return workspace
                .restApi(apiId)
                .orElseThrow(() -> ControlException.notFound("Invalid API identifier specified "
                        + workspace.account().accountId() + ":" + apiId));
    }

    private static Changed set(
            Workspace workspace, String apiId, GatewayResponseType type, Optional<GatewayResponse> response) {
        RestApi api = api(workspace, apiId);
        var responses = new LinkedHashMap<>(api.draft().gatewayResponses());
        response.ifPresentOrElse(value -> responses.put(type, value), () -> responses.remove(type));
        RestApi changed = api.withDraft(api.draft().withGatewayResponses(responses));
        return new Changed(workspace.withRestApi(changed), GatewayResponseView.of(changed.draft(), type));
    }
}

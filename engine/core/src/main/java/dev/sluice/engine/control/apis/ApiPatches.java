package dev.sluice.engine.control.apis;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.ApiNotes;
import dev.sluice.engine.definition.ApiNotes.EndpointType;
import dev.sluice.engine.definition.RestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** UpdateRestApi's patch operations (control-plane section 6). */
final class ApiPatches {
    private static final String TYPES = "/endpointConfiguration/types/";
    private static final String BINARY = "/binaryMediaTypes/";

    private ApiDefinition draft;
    private ApiNotes notes;
    private final RestApi api;

    ApiPatches(RestApi api) {
        this.api = api;
        draft = api.draft();
        notes = api.notes();
    }

    RestApi apply(List<PatchOperation> operations) {
        operations.forEach(this::apply);
        return api.withDraft(draft).withNotes(notes);
    }

    private void apply(PatchOperation operation) {
        String path = operation.path().orElseThrow(operation::wrongPath);
        Optional<String> binary = operation.below(BINARY);
        if (binary.isPresent()) {
            binaryType(operation, binary.get());
        } else if (path.startsWith(TYPES)) {
            endpointType(operation);
        } else if (path.equals("/description")) {
            draft = draft.withNames(
                    draft.name(),
                    operation.op().equals("remove") ? "" : operation.value().orElse(""));
        } else {
            replace(operation, path);
        }
    }

    private void replace(PatchOperation operation, String path) {
        String value = operation.value().orElse("");
        switch (path) {
            case "/name" -> draft = draft.withNames(onlyReplace(operation, value), draft.description());
            case "/apiKeySource" -> draft = draft.withApiKeySource(source(onlyReplace(operation, value)));
            case "/policy" ->
                draft = draft.withPolicy(
                        Optional.of(onlyReplace(operation, value)).filter(text -> !text.isEmpty()));
            case "/minimumCompressionSize" ->
                draft = draft.withMinimumCompressionSize(compression(onlyReplace(operation, value)));
            case "/disableExecuteApiEndpoint" ->
                notes = notes.withDisableExecuteApiEndpoint(Boolean.parseBoolean(onlyReplace(operation, value)));
            case "/endpointConfiguration/ipAddressType" -> ipAddressType(onlyReplace(operation, value));
            default -> throw operation.wrongPath();
        }
    }

    private static String onlyReplace(PatchOperation operation, String value) {
        if (!operation.op().equals("replace")) {
            throw ControlException.badRequest("Invalid patch operation specified. Must be one of: [replace]");
        }
        return value;
    }

    private static ApiKeySource source(String value) {
        return switch (value) {
            case "HEADER" -> ApiKeySource.HEADER;
            case "AUTHORIZER" -> ApiKeySource.AUTHORIZER;
            default -> throw ControlException.badRequest("Invalid API key source specified: " + value);
        };
    }

    private static Optional<Integer> compression(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.matches("\\d{1,9}")) {
            ApiOperations.checkCompression(-1);
        }
        ApiOperations.checkCompression(Integer.parseInt(value));
        return Optional.of(Integer.valueOf(value));
    }

    private void ipAddressType(String value) {
        if (!value.equals("ipv4") && !value.equals("dualstack")) {
            throw ControlException.badRequest("ipAddressType must be either ipv4 or dualstack.");
        }
        if (notes.endpointType() == EndpointType.PRIVATE && value.equals("ipv4")) {
            throw ControlException.badRequest("Only dualstack ipAddressType is supported for Private APIs.");
        }
        notes = notes.withEndpoint(notes.endpointType(), value, notes.vpcEndpointIds());
    }

    private void endpointType(PatchOperation operation) {
        if (!operation.op().equals("replace")) {
            throw ControlException.badRequest("Invalid patch operation specified. Must be 'add'|'remove'|'replace'");
        }
        for (EndpointType type : EndpointType.values()) {
            if (operation.value().equals(Optional.of(type.name()))) {
                String ip = type == EndpointType.PRIVATE ? "dualstack" : notes.ipAddressType();
                notes = notes.withEndpoint(type, ip, notes.vpcEndpointIds());
                return;
            }
        }
        throw ControlException.badRequest("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
    }

    /** The type is in the path; a replaced one moves to the end (recorded). */
    private void binaryType(PatchOperation operation, String type) {
        var types = new ArrayList<>(draft.binaryMediaTypes());
        types.remove(type);
        switch (operation.op()) {
            case "add" -> types.add(type);
            case "replace" -> types.add(operation.value().orElse(type));
            case "remove" -> {}
            default -> throw operation.wrongPath();
        }
        draft = draft.withBinaryMediaTypes(types);
    }
}

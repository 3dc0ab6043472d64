package dev.sluice.engine.control.gatewayresponses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.gatewayresponses.GatewayResponseOperations.Changed;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Messages and values are those recorded from AWS (data-plane section 3.4, control-plane sections 5.2 and 6). */
class GatewayResponseOperationsTest {
    private static final String API = "a1b2c3d4e5";
    private static final String TOKEN = "MISSING_AUTHENTICATION_TOKEN";

    private static final Workspace FRESH = Workspace.empty("w")
            .withRestApi(new RestApi(
                    API,
                    new ApiDefinition("a", "", "", ApiDefinition.ApiKeySource.HEADER, List.of(), List.of(), Map.of()),
                    List.of(),
                    List.of()));

    @Test
    void aFreshApiListsAllTypesWithTheirOwnStatusAndTheFamiliesWithNone() {
        List<GatewayResponseView> list = GatewayResponseOperations.list(FRESH, API);
        assertEquals(21, list.size());
        for (GatewayResponseView view : list) {
            boolean isFamily = view.responseType().name().startsWith("DEFAULT_");
            assertEquals(
                    isFamily ? "" : Integer.toString(view.responseType().defaultStatus()),
                    view.statusCode().orElse(""));
            assertEquals(true, view.defaultResponse());
            assertEquals(GatewayResponseView.DEFAULT_TEMPLATES, view.responseTemplates());
        }
    }

    @Test
    void aTypeThatIsNotSetShowsWhatItInheritsAndASetOneNothingOfIt() {
        Workspace family = put(FRESH, "DEFAULT_4XX", Optional.of("418"), Map.of("gatewayresponse.header.a", "'1'"))
                .workspace();
        Workspace both = put(family, TOKEN, Optional.empty(), Map.of()).workspace();
        GatewayResponseView inheriting = GatewayResponseOperations.get(both, API, "UNAUTHORIZED");
        assertEquals(Optional.of("418"), inheriting.statusCode());
        assertEquals(Map.of("gatewayresponse.header.a", "'1'"), inheriting.responseParameters());
        assertEquals(true, inheriting.defaultResponse());
        GatewayResponseView set = GatewayResponseOperations.get(both, API, TOKEN);
        assertEquals(Optional.of("403"), set.statusCode());
        assertEquals(Map.of(), set.responseParameters());
        assertEquals(false, set.defaultResponse());
        assertEquals(
                Optional.of("504"),
                GatewayResponseOperations.get(both, API, "INTEGRATION_TIMEOUT").statusCode());
    }

    @Test
    void deletingMakesATypeUnsetAgainAndOnlyOnce() {
        Workspace set = put(FRESH, TOKEN, Optional.of("404"), Map.of()).workspace();
        Workspace deleted = GatewayResponseOperations.delete(set, API, TOKEN);
        assertEquals(FRESH, deleted);
        assertError(
                404,
                "Gateway response type not defined on api",
                () -> GatewayResponseOperations.delete(deleted, API, TOKEN));
    }

    @Test
    void patchesReplaceAddAndRemoveAlsoOnATypeThatIsNotSet() {
        Changed changed = update(
                FRESH,
                patch("replace", "/statusCode", "404"),
                patch("add", "/responseParameters/gatewayresponse.header.a~1b", "'1'"),
                patch("replace", "/responseTemplates/application~1json", "{}"),
                patch("add", "/responseTemplates/text~1plain", "no"));
        assertEquals(Optional.of("404"), changed.view().statusCode());
        assertEquals(Map.of("gatewayresponse.header.a/b", "'1'"), changed.view().responseParameters());
        assertEquals(
                Map.of("application/json", "{}", "text/plain", "no"),
                changed.view().responseTemplates());
        assertEquals(false, changed.view().defaultResponse());
        Changed less = update(changed.workspace(), patch("remove", "/responseTemplates/application~1json", null));
        assertEquals(Map.of("text/plain", "no"), less.view().responseTemplates());
    }

    @Test
    void wrongPatchesAreRefusedInAwsWords() {
        assertError(400, "Invalid patch path /statusCode", () -> update(FRESH, patch("add", "/statusCode", "404")));
        assertError(400, "Invalid patch path /statusCode", () -> update(FRESH, patch("remove", "/statusCode", null)));
        assertError(400, "Invalid patch path /wrongPath", () -> update(FRESH, patch("replace", "/wrongPath", "1")));
        assertError(400, "Invalid patch path null", () -> update(FRESH, patch("replace", null, "1")));
        assertError(
                404,
                "Invalid parameter name specified",
                () -> update(FRESH, patch("replace", "/responseParameters/gatewayresponse.header.a", "'1'")));
        assertError(
                400,
                "Invalid null or empty value in responseTemplates",
                () -> update(FRESH, patch("replace", "/responseTemplates/application~1json", null)));
        assertError(
                400,
                "1 validation error detected: Value 'wrong-op' at 'updateGatewayResponseInput.patchOperations.1.member.op'"
                        + " failed to satisfy constraint: Member must satisfy enum value set:"
                        + " [add, remove, move, test, replace, copy]",
                () -> update(FRESH, patch("wrong-op", "/statusCode", "404")));
    }

    @Test
    void whatDoesNotExistAndWhatTheModelDoesNotAllowIsNamed() {
        assertError(
                404,
                "Invalid API identifier specified 123456789012:fake-api-id",
                () -> GatewayResponseOperations.list(FRESH, "fake-api-id"));
        assertError(
                400,
                "1 validation error detected: Value 'FAKE_RESPONSE_TYPE' at 'responseType' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: " + Arrays.toString(GatewayResponseType.values()),
                () -> GatewayResponseOperations.get(FRESH, API, "FAKE_RESPONSE_TYPE"));
        assertError(
                400,
                "1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [1-5]\\d\\d",
                () -> put(FRESH, TOKEN, Optional.of("wrong"), Map.of()));
    }

    private static Changed put(
            Workspace workspace, String type, Optional<String> statusCode, Map<String, String> parameters) {
        return GatewayResponseOperations.put(workspace, API, type, statusCode, parameters, Map.of());
    }

    private static Changed update(Workspace workspace, PatchOperation... operations) {
        return GatewayResponseOperations.update(workspace, API, TOKEN, List.of(operations));
    }

    private static PatchOperation patch(String op, String path, String value) {
        return new PatchOperation(op, Optional.ofNullable(path), Optional.ofNullable(value));
    }

    private static void assertError(int status, String message, Executable operation) {
        var error = assertThrows(ControlException.class, operation);
        assertEquals(message, error.getMessage());
        assertEquals(status, error.code().status());
    }
}

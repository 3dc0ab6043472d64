package dev.sluice.engine.control;

import static dev.sluice.engine.control.ControlException.Code.BAD_REQUEST;
import static dev.sluice.engine.control.ControlException.Code.CONFLICT;
import static dev.sluice.engine.control.ControlException.Code.NOT_FOUND;
import static dev.sluice.engine.control.Patches.add;
import static dev.sluice.engine.control.Patches.refuses;
import static dev.sluice.engine.control.Patches.remove;
import static dev.sluice.engine.control.Patches.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.control.authorizers.AuthorizerOperations;
import dev.sluice.engine.control.authorizers.AuthorizerOperations.NewAuthorizer;
import dev.sluice.engine.control.models.ModelOperations;
import dev.sluice.engine.control.requestvalidators.RequestValidatorOperations;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Model;
import dev.sluice.engine.definition.RequestValidator;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Validators, models and authorizers; messages are those recorded from AWS (control-plane section 5.2). */
class InsideAnApiTest {
    private static final Workspace FRESH = Patches.oneApi();
    private static final String NO_API = "test-fake-rest-id";
    private static final String NOT_THERE = "Invalid API identifier specified 123456789012:" + NO_API;
    private static final String SCHEMA = "{\"type\":\"object\"}";
    private static final String FUNCTION =
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations";

    @Test
    void validatorsAreMadePatchedAndRefusedInAwsWords() {
        Change<RequestValidator> made = RequestValidatorOperations.create(FRESH, "a1", "v", true, false);
        String id = made.result().id();
        Workspace workspace = made.workspace();
        assertEquals(
                new RequestValidator(id, "w", false, false),
                RequestValidatorOperations.update(
                                RequestValidatorOperations.update(workspace, "a1", id, replace("/name", "w"))
                                        .workspace(),
                                "a1",
                                id,
                                replace("/validateRequestBody", "false"))
                        .result());
        refuses(
                BAD_REQUEST,
                "Invalid REST API identifier specified",
                () -> RequestValidatorOperations.create(FRESH, NO_API, "v", true, true));
        refuses(NOT_FOUND, NOT_THERE, () -> RequestValidatorOperations.list(FRESH, NO_API));
        refuses(
                NOT_FOUND,
                "Invalid Request Validator identifier specified",
                () -> RequestValidatorOperations.get(FRESH, NO_API, id));
        refuses(
                NOT_FOUND,
                "Invalid Request Validator identifier specified",
                () -> RequestValidatorOperations.delete(FRESH, "a1", "nope"));
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/name, /validateRequestParameters, /validateRequestBody]",
                () -> RequestValidatorOperations.update(workspace, "a1", id, replace("/invalidPath", "x")));
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/validateRequestBody' specified for op 'add'. Please choose supported operations",
                () -> RequestValidatorOperations.update(workspace, "a1", id, add("/validateRequestBody", "true")));
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/validateRequestBody' specified for op 'remove'. Please choose supported operations",
                () -> RequestValidatorOperations.update(workspace, "a1", id, remove("/validateRequestBody")));
        refuses(
                BAD_REQUEST,
                "Request Validator name cannot be blank",
                () -> RequestValidatorOperations.update(workspace, "a1", id, replace("/name", "")));
    }

    @Test
    void modelsAreMadePatchedAndRefusedInAwsWords() {
        Workspace workspace = model("MyModel", SCHEMA);
        assertEquals(
                "of pets",
                ModelOperations.update(workspace, "a1", "MyModel", replace("/description", "of pets"))
                        .result()
                        .description());
        String empty = "Model schema must have at least 1 property or array items defined";
        refuses(BAD_REQUEST, "Model name must be non-empty", () -> model("", SCHEMA));
        refuses(BAD_REQUEST, empty, () -> model("M", ""));
        refuses(BAD_REQUEST, empty, () -> ModelOperations.update(workspace, "a1", "MyModel", replace("/schema", "")));
        refuses(
                CONFLICT,
                "Model name already exists for this REST API",
                () -> ModelOperations.create(workspace, "a1", "MyModel", "application/json", "", SCHEMA));
        refuses(NOT_FOUND, NOT_THERE, () -> ModelOperations.create(FRESH, NO_API, "M", "application/json", "", SCHEMA));
        refuses(NOT_FOUND, NOT_THERE, () -> ModelOperations.list(FRESH, NO_API));
        String unknown = "Invalid model name specified: MySchema";
        refuses(NOT_FOUND, unknown, () -> ModelOperations.get(FRESH, NO_API, "MySchema"));
        refuses(NOT_FOUND, unknown, () -> ModelOperations.delete(FRESH, "a1", "MySchema"));
        refuses(
                NOT_FOUND,
                "Invalid model name specified: mySchema",
                () -> ModelOperations.update(FRESH, NO_API, "mySchema", replace("/schema", SCHEMA)));
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]",
                () -> ModelOperations.update(workspace, "a1", "MyModel", replace("/name", "x")));
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/wrong-path' specified for op 'add'. Please choose supported operations",
                () -> ModelOperations.update(workspace, "a1", "MyModel", add("/wrong-path", "x")));
        assertEquals(List.of(), ModelOperations.list(ModelOperations.delete(workspace, "a1", "MyModel"), "a1"));
    }

    private static Workspace model(String name, String schema) {
        Change<Model> made = ModelOperations.create(FRESH, "a1", name, "application/json", "", schema);
        return made.workspace();
    }

    @Test
    void whatMethodsUseCannotBeDeleted() {
        Workspace shop = WorkspaceFolder.open(Path.of("../../sample-apis/troubleshooting-429"))
                .workspace();
        RestApi api = shop.restApis().getFirst();
        String first = MethodUses.first(api.draft(), method -> true).orElseThrow();
        assertEquals(true, first.startsWith("/") && first.lastIndexOf('/') > 0, first);
    }

    private static NewAuthorizer asked(String name, String type) {
        boolean pool = type.equals("COGNITO_USER_POOLS");
        return new NewAuthorizer(
                name,
                type,
                pool ? "" : FUNCTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pool ? List.of("arn:pool") : List.of());
    }

    @Test
    void authorizersAreMadePatchedAndRefused() {
        Change<Authorizer> made = AuthorizerOperations.create(FRESH, "a1", asked("auth", "TOKEN"));
        Authorizer authorizer = made.result();
        assertEquals(Optional.of("method.request.header.Authorization"), authorizer.identitySource());
        assertEquals(300, authorizer.resultTtlInSeconds());
        assertEquals(
                60, patch(made, replace("/authorizerResultTtlInSeconds", "60")).resultTtlInSeconds());
        assertEquals(
                Optional.of("method.request.header.X"),
                patch(made, add("/identitySource", "method.request.header.X")).identitySource());
        assertEquals(
                List.of("arn:p"), patch(made, add("/providerARNs", "arn:p")).providerArns());
        assertThrows(ControlException.class, () -> patch(made, add("/name", "x")));
        assertThrows(ControlException.class, () -> patch(made, replace("/identityValidationExpression", "(")));
        refuses(
                CONFLICT,
                "Unable to complete operation due to concurrent modification. Please try again later.",
                () -> AuthorizerOperations.create(FRESH, NO_API, asked("auth", "TOKEN")));
        refuses(NOT_FOUND, NOT_THERE, () -> AuthorizerOperations.list(FRESH, NO_API));
        refuses(
                NOT_FOUND,
                "Invalid Authorizer identifier specified",
                () -> AuthorizerOperations.get(FRESH, NO_API, authorizer.id()));
        assertEquals(
                List.of(),
                AuthorizerOperations.list(AuthorizerOperations.delete(made.workspace(), "a1", authorizer.id()), "a1"));
    }

    private static Authorizer patch(Change<Authorizer> made, List<PatchOperation> operations) {
        return AuthorizerOperations.update(made.workspace(), "a1", made.result().id(), operations)
                .result();
    }

    @Test
    void noPatchGivesAnythingButAResultOrAnErrorOfAws() {
        Workspace workspace = RequestValidatorOperations.create(model("M", SCHEMA), "a1", "v", true, true)
                .workspace();
        String validator =
                RequestValidatorOperations.list(workspace, "a1").getFirst().id();
        Change<Authorizer> made = AuthorizerOperations.create(workspace, "a1", asked("auth", "REQUEST"));
        var random = new Random(11);
        List<String> paths = List.of(
                "/name",
                "/schema",
                "/description",
                "/type",
                "/authType",
                "/identitySource",
                "/providerARNs",
                "/authorizerResultTtlInSeconds",
                "/validateRequestBody",
                "",
                "/",
                "name",
                "/name/~1",
                "/identityValidationExpression");
        List<String> values =
                List.of("", "x", "true", "-1", "99999999999", "{", "{\"a\":[]}", "(", "TOKEN", ",", "context.a,,");
        List<String> ops = List.of("add", "replace", "remove", "copy", "test", "odd");
        for (int i = 0; i < 20_000; i++) {
            var patch = List.of(new PatchOperation(
                    ops.get(random.nextInt(6)),
                    random.nextInt(30) == 0 ? Optional.empty() : Optional.of(paths.get(random.nextInt(paths.size()))),
                    random.nextInt(5) == 0
                            ? Optional.empty()
                            : Optional.of(values.get(random.nextInt(values.size())))));
            survives(() -> ModelOperations.update(workspace, "a1", "M", patch));
            survives(() -> RequestValidatorOperations.update(workspace, "a1", validator, patch));
            survives(() -> patch(made, patch));
        }
    }

    private static void survives(Runnable operation) {
        try {
            operation.run();
        } catch (ControlException e) {
            assertEquals(true, e.code().status() < 500);
        }
    }
}

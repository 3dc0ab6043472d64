package dev.sluice.engine.control.usageplans;

import static dev.sluice.engine.control.ControlException.Code.BAD_REQUEST;
import static dev.sluice.engine.control.ControlException.Code.NOT_FOUND;
import static dev.sluice.engine.control.Patches.add;
import static dev.sluice.engine.control.Patches.ids;
import static dev.sluice.engine.control.Patches.refuses;
import static dev.sluice.engine.control.Patches.remove;
import static dev.sluice.engine.control.Patches.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.Patches;
import dev.sluice.engine.control.usageplans.UsagePlanOperations.NewPlan;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.QuotaSettings.Period;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages are those recorded from AWS where it is known what it says (control-plane sections 5.2 and 6). */
class UsagePlanOperationsTest {
    private static final String STAGE = "/apiStages/a1:prod/throttle";
    private static final Workspace WORKSPACE = withPlan();
    private static final String PLAN = WORKSPACE.usagePlans().getFirst().id();

    private static Workspace withPlan() {
        var stage = new ApiStage("a1", "prod", Map.of("users/GET", new ThrottleSettings("5", 2)));
        return UsagePlanOperations.create(
                        Patches.oneApi(),
                        new NewPlan("gold", "", List.of(stage), Optional.empty(), Optional.empty(), Map.of()),
                        ids())
                .workspace();
    }

    private static UsagePlan update(List<PatchOperation> operations) {
        return UsagePlanOperations.update(WORKSPACE, PLAN, operations).result();
    }

    private static List<PatchOperation> both(List<PatchOperation> first, List<PatchOperation> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "/users/GET, /users/GET",
        "users/GET, /users/GET",
        "~1users/GET, /users/GET",
        "~1users~1GET, /users/GET",
        "//users/GET, /users/GET",
        "~1users~1{id}/ANY, /users/{id}/ANY",
        "/GET, //GET",
        "//GET, //GET",
        "GET, //GET",
        "~1/GET, //GET",
        "/a~0b/POST, /a~b/POST",
        "/{proxy+}/DELETE, /{proxy+}/DELETE",
    })
    void aMethodHasOneKeyHoweverItIsSpelt(String spelling, String key) {
        assertEquals(Optional.of(key), MethodKey.of(spelling));
        ApiStage stage = update(add(STAGE + "/" + spelling + "/rateLimit", "7.5"))
                .apiStages()
                .getFirst();
        assertEquals("7.5", stage.throttle().get(key).rateLimit().toString());
    }

    @Test
    void whatTerraformSendsIsTheSameMethod() {
        UsagePlan plan = update(both(
                replace(STAGE + "//users/GET/rateLimit", "10.000000"), replace(STAGE + "//users/GET/burstLimit", "5")));
        assertEquals(
                Map.of("/users/GET", new ThrottleSettings("10", 5)),
                plan.apiStages().getFirst().throttle());
    }

    @Test
    void aStagesThrottlesAreSetAndRemovedAtOnceOrMethodByMethod() {
        UsagePlan all = update(replace(STAGE, "{\"/a/GET\":{\"rateLimit\":1.5,\"burstLimit\":2},\"b/PUT\":{}}"));
        assertEquals(
                Map.of("/a/GET", new ThrottleSettings("1.5", 2), "/b/PUT", new ThrottleSettings("0", 0)),
                all.apiStages().getFirst().throttle());
        assertEquals(Map.of(), update(remove(STAGE)).apiStages().getFirst().throttle());
        assertEquals(
                Map.of(),
                update(remove(STAGE + "/~1users/GET")).apiStages().getFirst().throttle());
        assertThrows(ControlException.class, () -> update(remove(STAGE + "/users/PUT")));
    }

    @Test
    void throttleQuotaAndNamesArePatched() {
        UsagePlan plan = update(both(
                both(replace("/throttle/rateLimit", "100"), replace("/throttle/burstLimit", "20")),
                both(replace("/quota/limit", "1000"), both(replace("/quota/period", "MONTH"), replace("/name", "n")))));
        assertEquals(Optional.of(new ThrottleSettings("100", 20)), plan.throttle());
        assertEquals(Optional.of(new QuotaSettings(1_000, 0, Period.MONTH)), plan.quota());
        assertEquals("n", plan.name());
        assertEquals(
                Optional.empty(),
                update(both(add("/quota/limit", "1"), remove("/quota"))).quota());
        assertEquals("x", update(add("/productCode", "x")).productCode());
    }

    @Test
    void stagesComeAndGoByApiAndName() {
        UsagePlan none =
                update(List.of(new PatchOperation("remove", Optional.of("/apiStages"), Optional.of("a1:prod"))));
        assertEquals(List.of(), none.apiStages());
        assertEquals(1, update(add("/apiStages", "a1:prod")).apiStages().size());
    }

    @Test
    void wrongStagesAreRefusedInAwsWords() {
        refuses(
                BAD_REQUEST,
                "Invalid API Stage specified",
                () -> update(List.of(new PatchOperation("add", Optional.of("/apiStages"), Optional.empty()))));
        refuses(BAD_REQUEST, "Invalid API Stage specified", () -> update(add("/apiStages", "a1")));
        refuses(
                NOT_FOUND,
                "Invalid API Stage {api: a1, stage: fakestagename} specified for usageplan " + PLAN,
                () -> update(add("/apiStages", "a1:fakestagename")));
        refuses(
                NOT_FOUND,
                "Invalid API Stage {api: a1b, stage: dev} specified for usageplan " + PLAN,
                () -> update(List.of(new PatchOperation("remove", Optional.of("/apiStages"), Optional.of("a1b:dev")))));
        refuses(
                NOT_FOUND,
                "Invalid Usage Plan ID specified",
                () -> UsagePlanOperations.update(WORKSPACE, "nope", replace("/name", "x")));
    }

    @Test
    void onePatchThatIsWrongChangesNothing() {
        assertThrows(ControlException.class, () -> update(both(replace("/name", "x"), replace("/nope", "y"))));
        assertEquals("gold", UsagePlanOperations.get(WORKSPACE, PLAN).name());
    }

    /** Random patches made of the pieces that real ones are made of: a result that a file can hold, or AWS's errors. */
    @Test
    void noPatchGivesAnythingButAPlanOrAnErrorOfAws() {
        var random = new Random(7);
        List<String> pieces = List.of(
                "/",
                "~1",
                "~0",
                "~",
                ":",
                "apiStages",
                "a1:prod",
                "a1",
                "throttle",
                "rateLimit",
                "burstLimit",
                "quota",
                "limit",
                "offset",
                "period",
                "users",
                "GET",
                "*",
                "{id}",
                "name",
                "",
                "//",
                "\u0000",
                "é",
                "/apiStages/a1:prod/throttle/");
        List<String> values = List.of(
                "",
                "1",
                "-1",
                "1e9",
                "1e999999999",
                "0.1234567890123",
                "NaN",
                "DAY",
                "a1:prod",
                ":",
                "{}",
                "{\"a/GET\":{\"rateLimit\":1}}",
                "{\"a\":1}",
                "true",
                "9".repeat(50),
                "null",
                "[]",
                "1.5",
                "-0",
                "0x1");
        List<String> ops = List.of("add", "replace", "remove", "copy", "move", "test", "nonsense");
        for (int i = 0; i < 100_000; i++) {
            var path = new StringBuilder(random.nextInt(4) == 0 ? "/apiStages/a1:prod/throttle/" : "");
            for (int n = random.nextInt(6); n > 0; n--) {
                path.append(pieces.get(random.nextInt(pieces.size())));
            }
            var patch = new PatchOperation(
                    ops.get(random.nextInt(random.nextInt(10) == 0 ? 7 : 3)),
                    random.nextInt(50) == 0 ? Optional.empty() : Optional.of(path.toString()),
                    random.nextInt(10) == 0
                            ? Optional.empty()
                            : Optional.of(values.get(random.nextInt(values.size()))));
            try {
                UsagePlan plan = update(List.of(patch));
                plan.apiStages()
                        .forEach(stage -> stage.throttle()
                                .keySet()
                                .forEach(key -> assertEquals(Optional.of(key), MethodKey.of(key), patch::toString)));
            } catch (ControlException e) {
                assertEquals(true, e.code().status() < 500);
            }
        }
    }
}

package dev.sluice.app.kit.tank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.app.kit.tank.LimitEditor.Part;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.BucketId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitChangeTest {
    private static final ThrottleSettings OLD = new ThrottleSettings("10", 20);
    private static final ThrottleSettings NEW = new ThrottleSettings("11", 25);
    private static final String GET_USERS = "/users/GET";

    private final Workspace workspace =
            Workspace.empty("test").withRestApi(api()).withUsagePlan(plan());

    private static RestApi api() {
        var definition =
                new ApiDefinition("users", "", "1", ApiDefinition.ApiKeySource.HEADER, List.of(), List.of(), Map.of());
        var setting = MethodSetting.NONE.withThrottle(Optional.of(OLD));
        var stage = new Stage("prod", "d", "", Map.of(GET_USERS, setting), Map.of(), Optional.empty(), false);
        return new RestApi("api", definition, List.of(), List.of(stage));
    }

    private static UsagePlan plan() {
        var stage = new UsagePlan.ApiStage("api", "prod", Map.of(GET_USERS, OLD));
        return new UsagePlan("gold", "Gold", "", List.of(stage), Optional.of(OLD), Optional.empty(), List.of("k"));
    }

    private Workspace changed(BucketId bucket) {
        return new LimitChange(bucket, NEW).apply(workspace);
    }

    private UsagePlan changedPlan(BucketId bucket) {
        return changed(bucket).usagePlan("gold").orElseThrow();
    }

    private Stage changedStage(BucketId bucket) {
        return changed(bucket).restApi("api").flatMap(api -> api.stage("prod")).orElseThrow();
    }

    @Test
    void eachTierChangesTheLimitWhereItIsWritten() {
        assertEquals(NEW, changed(BucketId.account()).account().throttle());
        assertEquals(
                Optional.of(NEW), changedPlan(BucketId.usagePlan("gold", "k")).throttle());
        BucketId planMethod = BucketId.usagePlanMethod("gold", "k", "api", "prod", GET_USERS);
        assertEquals(
                NEW, changedPlan(planMethod).apiStages().getFirst().throttle().get(GET_USERS));
        assertEquals(Optional.of(OLD), changedPlan(planMethod).throttle());
        BucketId method = BucketId.method("api", "prod", GET_USERS);
        assertEquals(
                Optional.of(NEW),
                changedStage(method).methodSettings().get(GET_USERS).throttle());
        BucketId stage = BucketId.stage("api", "prod");
        assertEquals(
                Optional.of(NEW),
                changedStage(stage).methodSettings().get(Stage.ALL_METHODS).throttle());
    }

    @Test
    void aLimitThatIsGoneChangesNothing() {
        assertSame(workspace, changed(BucketId.usagePlan("deleted", "k")));
        assertSame(workspace, changed(BucketId.method("deleted", "prod", GET_USERS)));
    }

    @Test
    void arrowsStepByOneAndByTenthsBelowOne() {
        var editor = new LimitEditor();
        assertEquals(new ThrottleSettings("11", 20), editor.nudged(OLD, 1, 0));
        assertEquals(new ThrottleSettings("0.9", 20), editor.nudged(new ThrottleSettings("1", 20), -1, 0));
        assertEquals(new ThrottleSettings("0.1", 20), editor.nudged(new ThrottleSettings("0.1", 20), -1, 0));
        editor.hold(Part.BURST);
        assertEquals(new ThrottleSettings("10", 30), editor.nudged(OLD, 10, 0));
        assertEquals(new ThrottleSettings("10", 1), editor.nudged(new ThrottleSettings("10", 1), -1, 0));
    }

    @Test
    void aDragMultipliesAndKeepsTwoDigits() {
        var editor = new LimitEditor();
        assertEquals(new ThrottleSettings("100", 20), editor.dragged(OLD, 110));
        assertEquals(new ThrottleSettings("1.0", 20), editor.dragged(OLD, -110));
        editor.hold(Part.BURST);
        assertEquals(new ThrottleSettings("10", 200), editor.dragged(OLD, 110));
    }

    @Test
    void theOldValueStaysAWhileAsAGhost() {
        var editor = new LimitEditor();
        editor.nudged(OLD, 1, 1_000);
        editor.nudged(NEW, 1, 2_000);
        assertEquals(Optional.of(OLD), editor.ghost(3_000), "the value before the first step");
        assertEquals(Optional.empty(), editor.ghost(2_000 + LimitEditor.GHOST_NANOS));
    }
}

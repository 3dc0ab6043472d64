package dev.sluice.engine.driver.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Method.MethodResponse;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole engine in virtual time: one MOCK method behind a stage limit of 100 a second and burst 50. */
class SimulatedEngineTest {
    private static final long NOW = 1_795_000_000_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void burstAndRateTimesTimePass() {
        long passed = run(engine(1)).stream()
                .filter(answer -> answer.response().status() == 200)
                .count();
        assertEquals(50 + 100 * 10, passed, 1);
    }

    @Test
    void theSameSeedGivesTheSameAnswersToTheLastByteAndAnotherSeedOtherRequestIds() {
        List<Answer<Integer>> once = run(engine(7));
        assertEquals(10_000, once.size());
        assertEquals(once, run(engine(7)));
        assertNotEquals(once, run(engine(8)));
    }

    @Test
    void aForkAnswersAsItsOriginalDidAndLeavesItsBucketsAlone() {
        Engine original = engine(7);
        List<Answer<Integer>> once = run(original);
        var before = original.snapshot(NOW + 20_000 * MILLI);
        assertEquals(once, run(original.fork(NOW)));
        assertEquals(before, original.snapshot(NOW + 20_000 * MILLI));
    }

    /** A request each millisecond for ten seconds. */
    private static List<Answer<Integer>> run(Engine engine) {
        var request = new HttpRequest(
                "GET",
                "/_aws/execute-api/a1b2c3d4e5/prod/hello",
                Headers.of("Host", "127.0.0.1:4567"),
                Body.EMPTY,
                "127.0.0.1");
        var arrivals = IntStream.range(0, 10_000).mapToObj(i -> new Arrival<>(NOW + i * MILLI, request, i));
        var answers = new ArrayList<Answer<Integer>>();
        new Simulation<>(engine.gateway(), arrivals.iterator(), answers::add).run();
        return answers;
    }

    private static Engine engine(long seed) {
        var integration = Integration.mock(
                Map.of("application/json", "{\"statusCode\": 200}"),
                List.of(new IntegrationResponse(
                        "200", Optional.empty(), Map.of(), Map.of("application/json", "{\"hello\": true}"))));
        var method = new Method(
                "GET",
                false,
                Optional.empty(),
                Map.of(),
                Map.of("200", new MethodResponse("200", Map.of(), Map.of())),
                integration);
        var definition = new ApiDefinition(
                "hello",
                "",
                "1",
                ApiDefinition.ApiKeySource.HEADER,
                List.of(),
                List.of(new Resource("aaaaaa", "/hello", Map.of("GET", method))),
                Map.of());
        var setting = MethodSetting.NONE.withThrottle(Optional.of(new ThrottleSettings("100", 50)));
        var stage =
                new Stage("prod", "dep1", "", Map.of(Stage.ALL_METHODS, setting), Map.of(), Optional.empty(), false);
        var deployment = new Deployment("dep1", "", 0, definition);
        var workspace = Workspace.empty("hello")
                .withRestApi(new RestApi("a1b2c3d4e5", definition, List.of(deployment), List.of(stage)));
        return Engine.open(workspace, Engine.Settings.startingAt(NOW, seed));
    }
}

package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.Target;
import dev.sluice.engine.definition.Backend.TargetGroup;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.driver.simulation.Answer;
import dev.sluice.engine.driver.simulation.Arrival;
import dev.sluice.engine.driver.simulation.Simulation;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.ThrottleTier;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The article in a test: every error it explains, from the sample as it lies in the repository, over a socket. */
class ArticleSampleTest {
    private static final Path SAMPLE = Path.of("../../sample-apis/troubleshooting-429");
    private static final String API = "/_aws/execute-api/a1b2c3d4e5";
    private static final long START = 1_795_000_000_000_000_000L;
    private static final String LINK = "vlink1";
    private static final String GOLD = "gold-key-0000000000000001";
    private static final String SILVER = "silver-key-00000000000001";
    private static final String FREE = "free-key-0000000000000001";

    private final AtomicLong clock = new AtomicLong(START);
    private final Engine engine =
            Engine.open(WorkspaceFolder.open(SAMPLE).workspace(), Engine.Settings.startingAt(START, 7));
    private final LiveListener listener;
    private final WireClient client;

    ArticleSampleTest() throws IOException {
        listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD.onPort(0), clock::get);
        client = new WireClient(listener.port());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        listener.close();
    }

    @Test
    void aRequestPassesThroughItsPlan() throws IOException {
        assertAnswer(
                200,
                "",
                "[{\"id\": 1, \"name\": \"Ada\"}, {\"id\": 2, \"name\": \"Grace\"}]",
                get("/prod/users", FREE));
        assertTrue(lastThrottle().isEmpty());
    }

    @Test
    void theAccountThrottlesWhatNoStageLimits() throws IOException {
        assertThrottledAfter(100, "/dev/users", GOLD, ThrottleTier.ACCOUNT);
    }

    @Test
    void theStageThrottlesAMethodWithoutALimitOfItsOwn() throws IOException {
        assertThrottledAfter(40, "/prod/users", GOLD, ThrottleTier.STAGE);
    }

    @Test
    void theMethodThrottlesByItsOwnLimit() throws IOException {
        assertThrottledAfter(5, "/prod/orders", GOLD, ThrottleTier.METHOD);
        assertEquals(200, get("/prod/users", GOLD).status());
    }

    @Test
    void theUsagePlanThrottlesItsKeyAndNoOther() throws IOException {
        assertThrottledAfter(3, "/prod/users", FREE, ThrottleTier.USAGE_PLAN);
        assertEquals(200, get("/prod/users", GOLD).status());
    }

    @Test
    void theUsagePlanThrottlesOneMethodAndNoOther() throws IOException {
        assertThrottledAfter(2, "/prod/users", SILVER, ThrottleTier.USAGE_PLAN_METHOD);
        assertEquals(200, get("/prod/users/7", SILVER).status());
    }

    /** With a second for each the rate of Free is kept, and the day's twelve are used up. */
    @Test
    void theQuotaEndsWhenItIsUsedUpThoughTheRateIsKept() throws IOException {
        for (int i = 0; i < 12; i++) {
            assertEquals(200, get("/prod/users", FREE).status());
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        assertAnswer(429, "LimitExceededException", "{\"message\":\"Limit Exceeded\"}", get("/prod/users", FREE));
        assertInstanceOf(Cause.QuotaExceeded.class, lastCause());
    }

    @Test
    void anUnknownPathHasNoAuthenticationToken() throws IOException {
        assertAnswer(
                403,
                "MissingAuthenticationTokenException",
                "{\"message\":\"Missing Authentication Token\"}",
                get("/prod/nothing", GOLD));
    }

    @Test
    void aMethodThatAsksForAKeyForbidsARequestWithoutOne() throws IOException {
        assertAnswer(403, "ForbiddenException", "{\"message\":\"Forbidden\"}", get("/prod/users", ""));
    }

    @Test
    void theSlowFunctionTimesOutAtExactlyTwentyNineSeconds() {
        var request = new HttpRequest(
                "GET", API + "/prod/reports", Headers.of("Host", "h", "x-api-key", GOLD), Body.EMPTY, "127.0.0.1");
        var answers = new ArrayList<Answer<String>>();
        new Simulation<>(
                        engine.gateway(),
                        List.of(new Arrival<>(START, request, "slow")).iterator(),
                        answers::add)
                .run();
        Answer<String> answer = answers.getFirst();
        assertEquals(504, answer.response().status());
        assertEquals(START + TimeUnit.SECONDS.toNanos(29), answer.endNanos());
    }

    @Test
    void theSlowFunctionTimesOutOverTheSocketAsWell() throws IOException {
        engine.apply(workspace -> withTimeout(workspace, "/reports", 50), START);
        assertAnswer(
                504,
                "InternalServerErrorException",
                "{\"message\": \"Endpoint request timed out\"}",
                get("/prod/reports", GOLD));
        assertEquals(new Cause.IntegrationTimedOut(50), lastCause());
    }

    @Test
    void theMalformedFunctionIsABadGateway() throws IOException {
        assertAnswer(
                502,
                "InternalServerErrorException",
                "{\"message\": \"Internal server error\"}",
                get("/prod/exports", GOLD));
        assertInstanceOf(Cause.MalformedProxyResponse.class, lastCause());
    }

    @Test
    void withBothTargetsUnhealthyTheServiceIsUnavailable() throws IOException {
        assertEquals(200, get("/prod/inventory", GOLD).status());
        engine.apply(ArticleSampleTest::withoutHealthyTarget, START);
        assertEquals(503, get("/prod/inventory", GOLD).status());
        assertInstanceOf(Cause.NoHealthyTarget.class, lastCause());
    }

    @Test
    void aSecurityGroupThatLetsNothingInMakesTheServiceUnavailable() throws IOException {
        engine.apply(workspace -> withClosedSecurityGroups(workspace, 1), START);
        assertEquals(200, get("/prod/inventory", GOLD).status());
        engine.apply(workspace -> withClosedSecurityGroups(workspace, 2), START);
        assertAnswer(
                503,
                "ServiceUnavailableException",
                "{\"message\": \"Service Unavailable\"}",
                get("/prod/inventory", GOLD));
        assertEquals(new Cause.SecurityGroupBlocks(LINK, "inventory-targets"), lastCause());
    }

    @Test
    void onAwsNobodyAnswersBehindAClosedSecurityGroupUntilTheTimeIsUp() throws IOException {
        engine.apply(
                workspace -> withTimeout(
                        withClosedSecurityGroups(workspace.withProfile(BehaviourProfile.AWS), 2), "/inventory", 50),
                START);
        assertAnswer(
                504,
                "InternalServerErrorException",
                "{\"message\": \"Endpoint request timed out\"}",
                get("/prod/inventory", GOLD));
        assertEquals(new Cause.SecurityGroupBlocks(LINK, "inventory-targets"), lastCause());
    }

    private WireClient.Answer get(String path, String key) throws IOException {
        String keyLine = key.isEmpty() ? "" : "x-api-key: " + key + "\r\n";
        return client.send("GET " + API + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + keyLine + "\r\n")
                .read();
    }

    private void assertThrottledAfter(int admitted, String path, String key, ThrottleTier tier) throws IOException {
        for (int i = 0; i < admitted; i++) {
            assertEquals(200, get(path, key).status(), "request " + (i + 1) + " of " + path);
        }
        assertAnswer(429, "TooManyRequestsException", "{\"message\":\"Too Many Requests\"}", get(path, key));
        assertEquals(Optional.of(tier), lastThrottle());
    }

    /** @param errorType empty if the endpoint answers and not the gateway */
    private static void assertAnswer(int status, String errorType, String body, WireClient.Answer answer) {
        assertEquals(status, answer.status());
        assertEquals(body, answer.body());
        var types = answer.headerLines().stream()
                .filter(line -> line.startsWith("x-amzn-ErrorType: "))
                .toList();
        assertEquals(errorType.isEmpty() ? List.of() : List.of("x-amzn-ErrorType: " + errorType), types);
    }

    private Cause lastCause() {
        return engine.journal().newest(1).getFirst().refusal().orElseThrow().cause();
    }

    /** The tier that refused the last request; absent if none did. */
    private Optional<ThrottleTier> lastThrottle() {
        return engine.journal()
                .newest(1)
                .getFirst()
                .refusal()
                .map(refusal -> assertInstanceOf(Cause.Throttled.class, refusal.cause()))
                .flatMap(throttled -> throttled.decision().refusedBy())
                .map(reading -> reading.bucket().tier());
    }

    private static Workspace withoutHealthyTarget(Workspace workspace) {
        Backend backend = workspace.backend("inventory-targets").orElseThrow();
        List<Target> unhealthy = assertInstanceOf(TargetGroup.class, backend).targets().stream()
                .map(target -> new Target(target.id(), false, target.answer()))
                .toList();
        assertEquals(2, unhealthy.size());
        return workspace.withBackend(new TargetGroup(backend.name(), unhealthy));
    }

    /** @param closed how many of the two targets let nothing in */
    private static Workspace withClosedSecurityGroups(Workspace workspace, int closed) {
        TargetGroup group = assertInstanceOf(
                TargetGroup.class, workspace.backend("inventory-targets").orElseThrow());
        List<Target> targets = IntStream.range(0, group.targets().size())
                .mapToObj(i -> {
                    Target target = group.targets().get(i);
                    return new Target(target.id(), target.healthy(), i >= closed, target.answer());
                })
                .toList();
        return workspace.withBackend(new TargetGroup(group.name(), targets));
    }

    /** The workspace with every method of the path deployed anew, its integration waiting that long at most. */
    private static Workspace withTimeout(Workspace workspace, String path, int millis) {
        RestApi api = workspace.restApi("a1b2c3d4e5").orElseThrow();
        List<Deployment> deployments = api.deployments().stream()
                .map(deployment -> withTimeout(deployment, path, millis))
                .toList();
        return workspace.withRestApi(new RestApi(api.id(), api.draft(), deployments, api.stages()));
    }

    private static Deployment withTimeout(Deployment deployment, String path, int millis) {
        ApiDefinition api = deployment.definition();
        List<Resource> resources = api.resources().stream()
                .map(resource -> resource.path().equals(path) ? withTimeout(resource, millis) : resource)
                .toList();
        var changed = new ApiDefinition(
                api.name(),
                api.description(),
                api.version(),
                api.apiKeySource(),
                api.binaryMediaTypes(),
                resources,
                api.gatewayResponses());
        return new Deployment(deployment.id(), deployment.description(), deployment.createdDate(), changed);
    }

    private static Resource withTimeout(Resource resource, int millis) {
        var methods = new LinkedHashMap<String, Method>();
        resource.methods().forEach((name, method) -> methods.put(name, withTimeout(method, millis)));
        return new Resource(resource.id(), resource.path(), methods);
    }

    private static Method withTimeout(Method method, int millis) {
        Integration integration = method.integration();
        return new Method(
                method.httpMethod(),
                method.apiKeyRequired(),
                method.operationName(),
                method.requestParameters(),
                method.methodResponses(),
                new Integration(
                        integration.type(),
                        integration.httpMethod(),
                        integration.uri(),
                        integration.connectionId(),
                        integration.credentials(),
                        integration.requestParameters(),
                        integration.requestTemplates(),
                        integration.passthroughBehavior(),
                        millis,
                        integration.integrationResponses()));
    }
}

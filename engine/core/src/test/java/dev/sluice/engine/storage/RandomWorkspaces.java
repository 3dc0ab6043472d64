package dev.sluice.engine.storage;

import dev.sluice.engine.control.StableId;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.BehaviourProfile.Charging;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.ContentHandling;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.DomainName.BasePathMapping;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.FunctionModel;
import dev.sluice.engine.definition.GatewayResponse;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.HttpFunction;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Integration.PassthroughBehavior;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Method.MethodResponse;
import dev.sluice.engine.definition.MethodAuthorization;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.Model;
import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.RequestValidator;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Stage.CanarySettings;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.TokenIssuer;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import dev.sluice.engine.definition.VpcLink;
import dev.sluice.engine.definition.Workspace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Workspaces with anything in them that a file can hold, consistent in themselves; the same for the same seed. */
final class RandomWorkspaces {
    private static final List<String> TEXTS = List.of(
            "", "plain", "with \"quotes\" and \\", "two\nlines\t", "é😀\u2028", "\ud800", "CON", "../up", "a/b:c*");

    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"*\",\"Condition\":{\"NumericLessThan\":{\"aws:EpochTime\":1.50}}}]}";

    private final Random random;

    RandomWorkspaces(long seed) {
        this.random = new Random(seed);
    }

    Workspace next() {
        List<Backend> backends = new ArrayList<>(new RandomServiceBackends(random, this::text, this::latency).next());
        backends.addAll(List.of(
                new Backend.ModelledFunction("fn" + name(), functionModel(), functionLimits()),
                new HttpFunction("hf" + name(), "http://127.0.0.1:" + (1 + random.nextInt(65_535)) + "/invocations"),
                processFunction(),
                new Backend.HttpEndpoint(
                        "http",
                        "pets.example:8080",
                        list(2, i -> new Backend.Route("GET", "/pets/{id}", httpAnswer()))),
                new Backend.TargetGroup(
                        "targets",
                        list(
                                2,
                                i -> new Backend.Target(
                                        "t" + i,
                                        random.nextBoolean(),
                                        random.nextBoolean(),
                                        optional(httpAnswer()))))));
        List<RestApi> apis = list(2, i -> restApi("api" + i));
        List<ApiKey> keys = list(
                3,
                i -> new ApiKey(
                        "key" + i,
                        name(),
                        "value-of-twenty-letters-" + i,
                        random.nextBoolean(),
                        new ApiKey.Details(
                                text(),
                                text(),
                                random.nextInt(2_000_000_000),
                                random.nextInt(2_000_000_000),
                                list(2, s -> "api/stage" + s),
                                tags())));
        return new Workspace(
                        "workspace " + name(),
                        profile(),
                        new Account("210987654321", "eu-west-1", throttle(), optional("arn:role")),
                        apis,
                        List.of(new UsagePlan(
                                "plan",
                                name(),
                                text(),
                                stages(apis),
                                optional(throttle()),
                                quota(),
                                ids(keys),
                                text(),
                                tags())),
                        keys,
                        list(
                                1,
                                i -> new DomainName(
                                        "shop.example",
                                        apis.stream()
                                                .map(api -> new BasePathMapping(
                                                        random.nextBoolean() ? "(none)" : "v1", api.id(), "prod"))
                                                .toList(),
                                        tags(),
                                        tags())),
                        List.of(new VpcLink("link01", name(), "targets", text(), list(2, i -> "arn:" + i), tags())),
                        backends)
                .withIamUsers(list(3, this::iamUser))
                .withTokenIssuers(list(
                        2,
                        i -> new TokenIssuer(
                                name() + i, "https://issuer.example/" + i, list(2, a -> "arn:" + a), jwks())))
                .withHttpApis(list(2, i -> new RandomHttpApis(random, this).next("http" + i)));
    }

    private Map<String, String> tags() {
        return random.nextBoolean() ? Map.of() : Map.of("tag", text(), "owner/a~b", "x");
    }

    private IamUser iamUser(int i) {
        List<String> policies = list(2, p -> random.nextBoolean() ? POLICY : POLICY.replace(":", ": "));
        return new IamUser(
                name(),
                "AKID" + i,
                random.nextInt(4) == 0 ? "" : "secret of \"" + i,
                policies,
                optional("111122223333"),
                optional(new IamUser.Session("token" + i, optional(1_900_000_000L + i))));
    }

    private String jwks() {
        return random.nextBoolean() ? "{\"keys\":[]}" : text();
    }

    private List<Authorizer> authorizers(String apiId) {
        String function =
                "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:210987654321:function:auth/invocations";
        return List.of(
                new Authorizer(
                        authorizerId(apiId, "api_key"),
                        "api_key",
                        Authorizer.Type.TOKEN,
                        function,
                        optional("arn:aws:iam::210987654321:role/r"),
                        Optional.of("method.request.header.X-Token"),
                        optional("^Bearer .+"),
                        random.nextInt(3_601),
                        List.of()),
                new Authorizer(
                        authorizerId(apiId, "asks \"all\""),
                        "asks \"all\"",
                        Authorizer.Type.REQUEST,
                        function,
                        Optional.empty(),
                        optional("method.request.header.A, context.identity.sourceIp"),
                        Optional.empty(),
                        Authorizer.DEFAULT_TTL_SECONDS,
                        List.of()),
                new Authorizer(
                        authorizerId(apiId, "pool"),
                        "pool",
                        Authorizer.Type.COGNITO_USER_POOLS,
                        "",
                        Optional.empty(),
                        Optional.of("method.request.header.Authorization"),
                        Optional.empty(),
                        Authorizer.DEFAULT_TTL_SECONDS,
                        List.of("arn:aws:cognito-idp:eu-west-1:210987654321:userpool/p")));
    }

    private static String authorizerId(String apiId, String name) {
        return StableId.of("authorizer", apiId, name).substring(0, 6);
    }

    private MethodAuthorization authorization(String apiId) {
        return switch (random.nextInt(5)) {
            case 0 -> MethodAuthorization.NONE;
            case 1 -> new MethodAuthorization(MethodAuthorization.Type.AWS_IAM, Optional.empty(), List.of());
            case 2 ->
                new MethodAuthorization(
                        MethodAuthorization.Type.CUSTOM, Optional.of(authorizerId(apiId, "api_key")), List.of());
            case 3 ->
                new MethodAuthorization(
                        MethodAuthorization.Type.CUSTOM, Optional.of(authorizerId(apiId, "asks \"all\"")), List.of());
            default ->
                new MethodAuthorization(
                        MethodAuthorization.Type.COGNITO_USER_POOLS,
                        Optional.of(authorizerId(apiId, "pool")),
                        list(2, i -> "scope/" + i));
        };
    }

    private static List<String> ids(List<ApiKey> keys) {
        return keys.stream().map(ApiKey::id).toList();
    }

    private BehaviourProfile profile() {
        BehaviourProfile aws = BehaviourProfile.AWS;
        var sequential = new BehaviourProfile(
                aws.tierOrder(),
                Charging.SEQUENTIAL,
                aws.stageLimit(),
                aws.trailingSlash(),
                aws.timeoutCeiling(),
                aws.logWording(),
                aws.unhealthyVpcLink());
        return List.of(aws, BehaviourProfile.ARTICLE, sequential).get(random.nextInt(3));
    }

    private List<ApiStage> stages(List<RestApi> apis) {
        return apis.stream()
                .map(api ->
                        new ApiStage(api.id(), "prod", random.nextBoolean() ? Map.of() : Map.of("//GET", throttle())))
                .toList();
    }

    private Optional<QuotaSettings> quota() {
        return optional(new QuotaSettings(random.nextInt(1_000), random.nextInt(5), QuotaSettings.Period.WEEK));
    }

    private RestApi restApi(String id) {
        var stage = new Stage(
                "prod",
                "d1",
                text(),
                Map.of("*/*", setting(), "/a/GET", setting()),
                Map.of("v", text()),
                optional(new CanarySettings(
                        random.nextInt(1_000) / 10.0, "d2", Map.of("v", text()), random.nextBoolean())),
                random.nextBoolean(),
                optional("6.1"),
                optional(new AccessLogSettings(text(), "$context.requestId")));
        return new RestApi(
                id,
                definition(id),
                List.of(new Deployment("d1", text(), 1, definition(id)), new Deployment("d2", "", 2, definition(id))),
                List.of(stage));
    }

    private MethodSetting setting() {
        return new MethodSetting(
                optional(throttle()),
                LoggingLevel.values()[random.nextInt(3)],
                random.nextBoolean(),
                random.nextBoolean(),
                new CacheSetting(
                        random.nextBoolean(),
                        random.nextInt(3_601),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        CacheSetting.UnauthorizedStrategy.values()[random.nextInt(3)]));
    }

    private ApiDefinition definition(String apiId) {
        var resources = new ArrayList<Resource>();
        for (String path : List.of("/", "/a", "/a/{b}", "/files", "/files/{proxy+}")) {
            Map<String, Boolean> parameters = path.contains("{b}")
                    ? Map.of("method.request.path.b", true)
                    : path.contains("{proxy+}") ? Map.of("method.request.path.proxy", true) : Map.of();
            resources.add(new Resource(StableId.ofResource(apiId, path), path, methods(apiId, parameters)));
        }
        return new ApiDefinition(
                "Shop " + apiId,
                text(),
                text(),
                ApiKeySource.values()[random.nextInt(2)],
                random.nextBoolean() ? List.of() : List.of("image/png"),
                optional(random.nextInt(10_485_761)),
                optional(POLICY.replace("\"Effect\"", "\"Principal\":\"*\",\"Effect\"")),
                resources,
                authorizers(apiId),
                models(apiId),
                List.of(new RequestValidator(
                        StableId.of("validator", apiId, "all"), "all", random.nextBoolean(), random.nextBoolean())),
                Map.of(
                        GatewayResponseType.THROTTLED,
                        new GatewayResponse(optional(430), Map.of(), Map.of("application/json", text()))));
    }

    private List<Model> models(String apiId) {
        String category = "https://apigateway.amazonaws.com/restapis/" + apiId + "/models/Category";
        return List.of(
                new Model(
                        "Pet",
                        "application/json",
                        "",
                        "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"integer\"},\"category\":{\"$ref\":\""
                                + category + "\"},\"price\":{\"maximum\":" + random.nextInt(9) + ".50}}}"),
                new Model(
                        "Category",
                        "application/json",
                        "of pets",
                        "{\"description\":\"of pets\",\"items\":{\"$ref\":\"" + category + "#/items\"}}"));
    }

    private Map<String, Method> methods(String apiId, Map<String, Boolean> parameters) {
        var response = new MethodResponse(
                "200", Map.of("method.response.header.A", random.nextBoolean()), Map.of("application/json", "Pet"));
        return switch (random.nextInt(3)) {
            case 0 -> Map.of();
            case 1 ->
                Map.of(
                        "GET",
                        new Method("GET", true, optional("getIt"), parameters, Map.of("200", response), integration()));
            default ->
                Map.of(
                        "ANY",
                        new Method(
                                "ANY",
                                authorization(apiId),
                                random.nextBoolean(),
                                Optional.empty(),
                                optional(StableId.of("validator", apiId, "all")),
                                parameters,
                                random.nextBoolean() ? Map.of() : Map.of("text/json", "Category"),
                                Map.of(),
                                integration()));
        };
    }

    private Integration integration() {
        boolean http = random.nextBoolean();
        return new Integration(
                http ? Integration.Type.HTTP : Integration.Type.AWS,
                http && random.nextBoolean() ? "" : "POST",
                http ? "http://pets.example:8080/pets/{id}" : "arn:aws:apigateway:eu-west-1:sqs:path/{account}/q",
                http ? optional("link01") : Optional.empty(),
                optional("arn:aws:iam::210987654321:role/r"),
                Map.of("integration.request.header.A", "'x'"),
                Map.of("application/json", text()),
                PassthroughBehavior.values()[random.nextInt(3)],
                contentHandling(),
                50 + random.nextInt(28_000),
                optional("shared"),
                random.nextBoolean() ? List.of() : List.of("method.request.path.b", "method.request.header.A"),
                random.nextBoolean(),
                List.of(
                        new IntegrationResponse(
                                "200", Optional.empty(), Map.of(), Map.of("text/plain", text()), contentHandling()),
                        new IntegrationResponse("404", Optional.of("4\\d{2}"), Map.of(), Map.of())));
    }

    private Optional<ContentHandling> contentHandling() {
        return optional(ContentHandling.values()[random.nextInt(2)]);
    }

    private ProcessFunction processFunction() {
        boolean own = random.nextBoolean();
        return new ProcessFunction(
                "pf" + name(),
                "index.handler",
                own ? "provided.al2023" : "nodejs22.x",
                "functions/" + name(),
                own ? List.of("java", "-jar", text()) : List.of(),
                Map.of("STAGE", text()),
                functionLimits(),
                optional(functionModel()));
    }

    private FunctionModel functionModel() {
        return new FunctionModel(
                functionAnswer(),
                list(2, i -> new FunctionModel.Case("/orders/{id}", functionAnswer())),
                optional(FunctionModel.WrongShape.values()[random.nextInt(FunctionModel.WrongShape.values().length)]),
                latency(),
                latency(),
                random.nextBoolean() ? FunctionModel.STANDARD_KEEP_ALIVE_SECONDS : 0.5,
                random.nextBoolean() ? 0 : 0.25);
    }

    private FunctionLimits functionLimits() {
        return random.nextBoolean()
                ? FunctionLimits.STANDARD
                : new FunctionLimits(29, 512, optional(7), random.nextInt(7));
    }

    private Backend.FunctionAnswer functionAnswer() {
        return switch (random.nextInt(3)) {
            case 0 -> new Backend.FunctionAnswer.Payload(text());
            case 1 -> new Backend.FunctionAnswer.EchoEvent();
            default -> new Backend.FunctionAnswer.Fails(text(), "Error");
        };
    }

    private Backend.HttpAnswer httpAnswer() {
        return new Backend.HttpAnswer(200 + random.nextInt(300), Map.of("A", text()), text(), latency());
    }

    private Backend.Latency latency() {
        return switch (random.nextInt(3)) {
            case 0 -> Backend.Latency.NONE;
            case 1 -> Backend.Latency.ofMillis(31_000);
            default -> new Backend.Latency(1.5, Optional.of(20.25));
        };
    }

    ThrottleSettings throttle() {
        return new ThrottleSettings(
                BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)), random.nextInt(100));
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A name, often one that another thing of the same kind has too. */
    String name() {
        return List.of("Free", "free", "Gold", "a b", "CON", "../up", "é").get(random.nextInt(7));
    }

    <T> Optional<T> optional(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> List<T> list(int most, IntFunction<T> make) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(make).toList();
    }
}

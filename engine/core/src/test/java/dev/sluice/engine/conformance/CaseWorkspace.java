package dev.sluice.engine.conformance;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The workspace that a case describes, and what could not be understood of it. */
final class CaseWorkspace {
    static final String API_ID = "c0nf0rmanc";
    static final String HOST = API_ID + ".execute-api.us-east-1.amazonaws.com";

    private final ConformanceCase testCase;
    private final Stubs stubs;
    private final Map<String, Integer> ports;
    private final List<String> problems = new ArrayList<>();

    /** @param ports of the HTTP stubs by name */
    CaseWorkspace(ConformanceCase testCase, Stubs stubs, Map<String, Integer> ports) {
        this.testCase = testCase;
        this.stubs = stubs;
        this.ports = ports;
    }

    /** Known after {@link #build()}. */
    List<String> problems() {
        return problems;
    }

    Workspace build() {
        JsonNode json = testCase.json();
        Account account = account(json.path("account"));
        var restApis = new ArrayList<RestApi>();
        var httpApis = new ArrayList<HttpApi>();
        var apis = new CaseApis(testCase, account, ports, problems);
        JsonNode api = json.path("api");
        if (json.path("apis").isObject()) {
            json.path("apis").properties().forEach(one -> restApis.add(apis.rest(one.getKey(), one.getValue())));
        } else if (api.path("kind").asString("rest").equals("http")) {
            httpApis.add(new CaseHttpApi(testCase, stubs, ports, problems).build());
        } else {
            restApis.add(apis.rest(API_ID, api.path("openapi")));
        }
        return new Workspace(
                        testCase.id(),
                        BehaviourProfile.AWS,
                        account,
                        restApis,
                        plans(json.path("usagePlans")),
                        keys(json.path("apiKeys")),
                        domains(json.path("domain")),
                        List.of(),
                        stubs.backends())
                .withHttpApis(httpApis);
    }

    static Map<String, String> strings(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asString()));
        return map;
    }

    static Optional<ThrottleSettings> throttle(JsonNode node, String rate, String burst) {
        return node.has(rate)
                ? Optional.of(new ThrottleSettings(
                        node.path(rate).asString(), node.path(burst).asInt()))
                : Optional.empty();
    }

    private static Account account(JsonNode account) {
        return throttle(account.path("throttleSettings"), "rateLimit", "burstLimit")
                .map(limit -> new Account("123456789012", "us-east-1", limit))
                .orElse(Account.DEFAULT);
    }

    private static List<UsagePlan> plans(JsonNode listed) {
        var plans = new ArrayList<UsagePlan>();
        for (JsonNode plan : listed) {
            String name = plan.path("name").asString();
            plans.add(new UsagePlan(
                    name,
                    name,
                    "",
                    plan.path("apiStages")
                            .valueStream()
                            .map(CaseWorkspace::planStage)
                            .toList(),
                    throttle(plan.path("throttle"), "rateLimit", "burstLimit"),
                    quota(plan.path("quota")),
                    plan.path("keys").valueStream().map(JsonNode::asString).toList()));
        }
        return plans;
    }

    private static UsagePlan.ApiStage planStage(JsonNode stage) {
        var limits = new LinkedHashMap<String, ThrottleSettings>();
        stage.path("throttle")
                .properties()
                .forEach(entry -> throttle(entry.getValue(), "rateLimit", "burstLimit")
                        .ifPresent(limit -> limits.put(entry.getKey(), limit)));
        return new UsagePlan.ApiStage(API_ID, stage.path("stage").asString(), limits);
    }

    private static Optional<QuotaSettings> quota(JsonNode quota) {
        return quota.isObject()
                ? Optional.of(new QuotaSettings(
                        quota.path("limit").asLong(),
                        quota.path("offset").asLong(0),
                        QuotaSettings.Period.valueOf(quota.path("period").asString())))
                : Optional.empty();
    }

    private static List<ApiKey> keys(JsonNode listed) {
        return listed.valueStream()
                .map(key -> new ApiKey(
                        key.path("name").asString(),
                        key.path("name").asString(),
                        key.path("value").asString(),
                        key.path("enabled").asBoolean(true)))
                .toList();
    }

    private static List<DomainName> domains(JsonNode domain) {
        if (!domain.isObject()) {
            return List.of();
        }
        return List.of(new DomainName(
                domain.path("domainName").asString(),
                domain.path("mappings")
                        .valueStream()
                        .map(mapping -> new DomainName.BasePathMapping(
                                mapping.path("path").asString("").isEmpty()
                                        ? DomainName.BasePathMapping.NONE
                                        : mapping.path("path").asString(),
                                mapping.path("api").asString(),
                                mapping.path("stage").asString()))
                        .toList()));
    }
}

package dev.sluice.engine.execution;

import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.execution.authorization.Caller;
import dev.sluice.engine.execution.mapping.Overrides;
import dev.sluice.engine.execution.serving.ServedStage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code $context} of one exchange: a tree of maps that templates read and, below {@code requestOverride} and
 * {@code responseOverride}, write. Its keys and their order are recorded (data-plane section 11,
 * {@code $context.keySet()}).
 */
public final class ContextVariables {
    /** As in {@code 09/Apr/2015:12:34:56 +0000}. */
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Keys of {@code identity} that are there and null without a signed caller. */
    private static final String[] UNSET_IDENTITY = {
        "accessKey",
        "accountId",
        "caller",
        "cognitoAuthenticationProvider",
        "cognitoAuthenticationType",
        "cognitoIdentityId",
        "cognitoIdentityPoolId",
        "principalOrgId",
        "user",
        "userArn"
    };

    private final Map<String, Object> variables;
    private final Map<String, Object> identity;

    ContextVariables(Exchange exchange) {
        ServedStage stage = exchange.stage();
        String domainName = exchange.address().domainName();
        var map = new LinkedHashMap<String, Object>();
        if (exchange.hasMethod()) {
            map.put("resourceId", exchange.method().resource().id());
            map.put("resourcePath", exchange.method().resource().path());
        }
        map.put("httpMethod", exchange.httpMethod());
        map.put("extendedRequestId", exchange.extendedRequestId());
        map.put("requestTime", requestTime(exchange.startNanos()));
        map.put("path", exchange.address().fullPath());
        map.put("accountId", exchange.table().account().accountId());
        map.put("protocol", "HTTP/1.1");
        map.put("requestOverride", Overrides.none("requestOverride", "path", "header", "querystring"));
        map.put("stage", stage.stageName());
        map.put("domainPrefix", domainPrefix(domainName));
        map.put("requestTimeEpoch", exchange.startNanos() / 1_000_000L);
        map.put("requestId", exchange.requestId());
        identity = identity(exchange);
        map.put("identity", identity);
        map.put("domainName", domainName);
        map.put("deploymentId", stage.deploymentId());
        map.put("responseOverride", Overrides.none("responseOverride", "header"));
        map.put("apiId", stage.apiId());
        if (exchange.hasMethod()) {
            exchange.method().method().operationName().ifPresent(name -> map.put("operationName", name));
        }
        switch (stage.canary()) {
            case NONE -> {}
            case STAGE -> map.put("isCanaryRequest", "false");
            case CANARY -> map.put("isCanaryRequest", "true");
        }
        variables = map;
        exchange.caller().ifPresent(this::add);
        exchange.apiKey().ifPresent(this::add);
    }

    /** Lays what is known of the caller over what stands there. */
    void add(Caller caller) {
        if (!caller.authorizerContext().isEmpty()) {
            variables.put("authorizer", new LinkedHashMap<>(caller.authorizerContext()));
        }
        if (caller instanceof Caller.Signer signer) {
            identity.putAll(signer.identity());
        }
    }

    void add(ApiKey key) {
        identity.put("apiKey", key.value());
        identity.put("apiKeyId", key.id());
    }

    /** The live tree: templates and the mapping of overrides share it. */
    public Map<String, Object> asMap() {
        return variables;
    }

    /**
     * What templates have put below {@code requestOverride} or {@code responseOverride}.
     *
     * @param which one of the two
     * @param part {@code header}, {@code querystring} or {@code path}
     */
    public Map<String, Object> overridden(String which, String part) {
        return variables.get(which) instanceof Map<?, ?> all && all.get(part) instanceof Map<?, ?> map
                ? strings(map)
                : Map.of();
    }

    /** The status a template has set, if it has. */
    public Optional<String> statusOverride() {
        return variables.get("responseOverride") instanceof Map<?, ?> all && all.get("status") != null
                ? Optional.of(String.valueOf(all.get("status")))
                : Optional.empty();
    }

    /** {@code requestTime} for a time in nanoseconds since 1970-01-01T00:00Z. */
    public static String requestTime(long nanos) {
        return REQUEST_TIME.format(Instant.ofEpochSecond(nanos / 1_000_000_000L));
    }

    /** First label of the domain name. */
    public static String domainPrefix(String domainName) {
        int dot = domainName.indexOf('.');
        return dot < 0 ? domainName : domainName.substring(0, dot);
    }

    private static Map<String, Object> identity(Exchange exchange) {
        var identity = new LinkedHashMap<String, Object>();
        for (String name : UNSET_IDENTITY) {
            identity.put(name, null);
        }
        identity.put("sourceIp", exchange.request().sourceIp());
        identity.put(
                "userAgent", exchange.request().headers().last("User-Agent").orElse(null));
        return identity;
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}

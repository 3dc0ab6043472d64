package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The event of an AWS_PROXY integration, payload format 1.0: exactly the members that were recorded, in their order.
 * What is empty is null, never {@code {}} or an empty text.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda
 *     proxy integrations</a>
 */
public final class ProxyEvent {
    private static final JsonFactory JSON = new JsonFactory();

    /** As in {@code 09/Apr/2015:12:34:56 +0000}. */
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Optional<String> version;
    private final ProxyEventFacts facts;
    private final JsonGenerator json;

    /** Present if an authorizer is asked, and not an integration called. */
    private final Optional<String> methodArn;

    private ProxyEvent(
            Optional<String> version, ProxyEventFacts facts, JsonGenerator json, Optional<String> methodArn) {
        this.version = version;
        this.facts = facts;
        this.json = json;
        this.methodArn = methodArn;
    }

    /** The event of a REST API as JSON. */
    public static Body of(ProxyEventFacts facts) {
        return of(Optional.empty(), facts, Optional.empty());
    }

    /** The event of an HTTP API whose integration has payload format 1.0: it says so. */
    public static Body withVersion(ProxyEventFacts facts) {
        return of(Optional.of("1.0"), facts, Optional.empty());
    }

    /**
     * The event of a Lambda authorizer of type REQUEST: the same without the body, with the method's ARN, and with
     * {@code {}} for what is empty (documented, data-plane section 8.1).
     */
    public static Body ofAuthorizer(ProxyEventFacts facts, String methodArn) {
        return of(Optional.empty(), facts, Optional.of(methodArn));
    }

    private static Body of(Optional<String> version, ProxyEventFacts facts, Optional<String> methodArn) {
        var bytes = new ByteArrayOutputStream(2_048 + facts.body().length() * 2);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new ProxyEvent(version, facts, json, methodArn).write();
        }
        return Body.of(bytes.toByteArray());
    }

    private void write() {
        Headers headers = eventHeaders(facts);
        json.writeStartObject();
        version.ifPresent(number -> text("version", number));
        if (methodArn.isPresent()) {
            text("type", "REQUEST");
            text("methodArn", methodArn.get());
        }
        text("resource", facts.resource());
        text("path", facts.path());
        text("httpMethod", facts.httpMethod());
        writeLastValues(headers);
        writeAllValues(headers);
        writeQueryString();
        texts("pathParameters", facts.pathParameters());
        texts("stageVariables", facts.stageVariables());
        writeRequestContext();
        if (methodArn.isEmpty()) {
            writeBody();
        }
        json.writeEndObject();
    }

    /** The client's headers without those that go nowhere, and the gateway's own (recorded). */
    static Headers eventHeaders(ProxyEventFacts facts) {
        Headers.Builder kept = Headers.builder();
        facts.headers().forEach((name, value) -> {
            if (!ForwardedHeaders.NEVER_FORWARDED.contains(name)) {
                kept.add(spelled(name), value);
            }
        });
        if (!kept.contains("Host")) {
            kept.add("Host", facts.domainName());
        }
        String forwardedFor = facts.headers()
                .last("X-Forwarded-For")
                .map(before -> before + ", " + facts.sourceIp())
                .orElse(facts.sourceIp());
        return kept.set("X-Amzn-Trace-Id", facts.traceId())
                .set("X-Forwarded-For", forwardedFor)
                .set("X-Forwarded-Port", "443")
                .set("X-Forwarded-Proto", "https")
                .build();
    }

    /** Header names keep their case, but for two (recorded). */
    private static String spelled(String name) {
        if (name.equalsIgnoreCase("Authorization")) {
            return "Authorization";
        }
        return name.equalsIgnoreCase("User-Agent") ? "User-Agent" : name;
    }

    private void writeLastValues(Headers headers) {
        json.writeObjectPropertyStart("headers");
        for (int i = 0; i < headers.size(); i++) {
            if (isFirst(headers, i)) {
                text(headers.name(i), headers.last(headers.name(i)).orElse(""));
            }
        }
        json.writeEndObject();
    }

    private void writeAllValues(Headers headers) {
        json.writeObjectPropertyStart("multiValueHeaders");
        for (int i = 0; i < headers.size(); i++) {
            if (isFirst(headers, i)) {
                list(headers.name(i), headers.all(headers.name(i)));
            }
        }
        json.writeEndObject();
    }

    private static boolean isFirst(Headers headers, int index) {
        for (int i = 0; i < index; i++) {
            if (headers.name(i).equalsIgnoreCase(headers.name(index))) {
                return false;
            }
        }
        return true;
    }

    private void writeQueryString() {
        if (facts.queryString().isEmpty()) {
            empty("queryStringParameters");
            empty("multiValueQueryStringParameters");
            return;
        }
        json.writeObjectPropertyStart("queryStringParameters");
        facts.queryString().all().forEach((name, values) -> text(name, values.getLast()));
        json.writeEndObject();
        json.writeObjectPropertyStart("multiValueQueryStringParameters");
        facts.queryString().all().forEach(this::list);
        json.writeEndObject();
    }

    private void writeRequestContext() {
        json.writeObjectPropertyStart("requestContext");
        text("resourceId", facts.resourceId());
        facts.authorizer().ifPresent(this::writeAuthorizer);
        text("resourcePath", facts.resource());
        facts.operationName().ifPresent(name -> text("operationName", name));
        text("httpMethod", facts.httpMethod());
        text("extendedRequestId", facts.extendedRequestId());
        long millis = facts.requestTimeNanos() / 1_000_000L;
        text("requestTime", REQUEST_TIME.format(Instant.ofEpochMilli(millis)));
        text("path", facts.fullPath());
        text("accountId", facts.accountId());
        text("protocol", "HTTP/1.1");
        text("stage", facts.stage());
        text("domainPrefix", facts.domainPrefix());
        json.writeNumberProperty("requestTimeEpoch", millis);
        text("requestId", facts.requestId());
        writeIdentity();
        text("domainName", facts.domainName());
        text("deploymentId", facts.deploymentId());
        text("apiId", facts.apiId());
        json.writeEndObject();
    }

    private void writeAuthorizer(Map<String, Object> authorizer) {
        json.writeObjectPropertyStart("authorizer");
        authorizer.forEach(this::value);
        json.writeEndObject();
    }

    private void writeIdentity() {
        Optional<ProxyEventFacts.UsedApiKey> key = facts.apiKey();
        json.writeObjectPropertyStart("identity");
        json.writeNullProperty("cognitoIdentityPoolId");
        ofSigner("accountId");
        json.writeNullProperty("cognitoIdentityId");
        ofSigner("caller");
        text("sourceIp", facts.sourceIp());
        json.writeNullProperty("principalOrgId");
        ofSigner("accessKey");
        json.writeNullProperty("cognitoAuthenticationType");
        json.writeNullProperty("cognitoAuthenticationProvider");
        ofSigner("userArn");
        textOrNull("userAgent", facts.headers().last("User-Agent").orElse(null));
        ofSigner("user");
        if (key.isPresent()) {
            text("apiKey", key.get().value());
            if (!key.get().id().isEmpty()) {
                text("apiKeyId", key.get().id());
            }
        }
        json.writeEndObject();
    }

    private void ofSigner(String name) {
        textOrNull(name, facts.signerIdentity().get(name));
    }

    private void writeBody() {
        Body body = facts.body();
        if (body.isEmpty()) {
            json.writeNullProperty("body");
        } else {
            text("body", facts.isBinary() ? Base64.getEncoder().encodeToString(body.bytes()) : body.utf8());
        }
        json.writeBooleanProperty("isBase64Encoded", facts.isBinary() && !body.isEmpty());
    }

    private void texts(String name, Map<String, String> values) {
        if (values.isEmpty()) {
            empty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        values.forEach(this::text);
        json.writeEndObject();
    }

    private void empty(String name) {
        if (methodArn.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeObjectPropertyStart(name);
            json.writeEndObject();
        }
    }

    private void list(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    private void textOrNull(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            text(name, value);
        }
    }

    /** A value of the authorizer's context: text, number, truth value, or claims, which are texts by name. */
    private void value(String name, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNullProperty(name);
            case Boolean bool -> json.writeBooleanProperty(name, bool);
            case Integer number -> json.writeNumberProperty(name, number);
            case Long number -> json.writeNumberProperty(name, number);
            case Map<?, ?> map -> {
                json.writeObjectPropertyStart(name);
                map.forEach((key, member) -> value(String.valueOf(key), member));
                json.writeEndObject();
            }
            default -> text(name, value.toString());
        }
    }
}

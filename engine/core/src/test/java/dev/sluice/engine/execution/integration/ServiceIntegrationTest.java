package dev.sluice.engine.execution.integration;

import static dev.sluice.engine.execution.integration.OneMethod.answer;
import static dev.sluice.engine.execution.integration.OneMethod.get;
import static dev.sluice.engine.execution.integration.OneMethod.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.service.ServiceCall;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS on a service: the request as the service gets it, the answer by its status (data-plane section 10.10). */
class ServiceIntegrationTest {
    private static final String DEFAULT = "responses: {default: {statusCode: '200'}}\n";

    private static String integration(String uri, String more) {
        return "type: aws\nhttpMethod: POST\nuri: 'arn:aws:apigateway:us-east-1:" + uri + "'\n" + more;
    }

    private static ServiceRequest requested(String integration, HttpRequest request) {
        OneMethod method = OneMethod.with(integration);
        assertEquals(200, method.send(request, answer(200, "{}")).status());
        return request(method.call());
    }

    private static ServiceRequest request(Call call) {
        return assertInstanceOf(ServiceCall.class, call).request();
    }

    private static String header(ServiceRequest request, String name) {
        return request.headers().last(name).orElse("none");
    }

    @Test
    void aPathIsTheServicesOwn() {
        ServiceRequest sqs = requested(
                integration("sqs:path/123456789012/${stageVariables.queue}", DEFAULT + """
                        requestParameters:
                          integration.request.header.Content-Type: "'application/x-www-form-urlencoded'"
                        requestTemplates:
                          application/json: Action=SendMessage&MessageBody=$input.body
                        """),
                post("{\"foo\":1}", "Content-Type", "application/json", "X-Mine", "1"));
        assertEquals("sqs", sqs.service());
        assertEquals("POST", sqs.method());
        assertEquals("/123456789012/orders", sqs.path());
        assertEquals("", sqs.action() + sqs.query());
        assertEquals("Action=SendMessage&MessageBody={\"foo\":1}", sqs.body().utf8());
        assertEquals("sqs.us-east-1.amazonaws.com", header(sqs, "Host"));
        assertEquals("application/x-www-form-urlencoded", header(sqs, "Content-Type"));
        assertEquals("application/json", header(sqs, "Accept"));
        assertEquals("AmazonAPIGateway_a1b2c3d4e5", header(sqs, "User-Agent"));
        assertEquals("40", header(sqs, "Content-Length"));
        assertEquals("none", header(sqs, "X-Mine"));
        assertEquals("none", header(sqs, "X-Amz-Target"));
    }

    @Test
    void aPathIsFilledFromMappedValues() {
        ServiceRequest s3 =
                requested(integration("s3:path/{bucket}/{key}?versionId=3", DEFAULT + """
                        requestParameters:
                          integration.request.path.bucket: "'photos'"
                          integration.request.path.key: method.request.path.id
                          integration.request.querystring.x: method.request.multivaluequerystring.x
                        """), get("/cat.png?x=1&x=2"));
        assertEquals("/photos/cat.png", s3.path());
        assertEquals("x=1&x=2&versionId=3", s3.query());
    }

    @Test
    void anActionOfAQueryServiceIsAParameter() {
        ServiceRequest sqs =
                requested(integration("sqs:action/SendMessage", DEFAULT + """
                        requestParameters: {integration.request.querystring.MessageBody: method.request.body.text}
                        """), post("{\"text\": \"a b&c\"}"));
        assertEquals("SendMessage", sqs.action());
        assertEquals("/", sqs.path());
        assertEquals("Action=SendMessage&MessageBody=a%20b%26c", sqs.query());
        ServiceRequest older = requested(integration("s3:action/GetObject&Bucket=b&Key=k", DEFAULT), post(""));
        assertEquals("GetObject", older.action());
        assertEquals("Action=GetObject&Bucket=b&Key=k", older.query());
    }

    @ParameterizedTest
    @CsvSource({
        "dynamodb,Query,DynamoDB_20120810.Query,application/x-amz-json-1.0",
        "states,StartExecution,AWSStepFunctions.StartExecution,application/x-amz-json-1.0",
        "kinesis,PutRecord,Kinesis_20131202.PutRecord,application/x-amz-json-1.1",
        "events,PutEvents,AWSEvents.PutEvents,application/x-amz-json-1.1"
    })
    void aJsonServiceIsToldItsActionInAHeader(String service, String action, String target, String contentType) {
        ServiceRequest request = requested(
                integration(service + ":action/" + action, DEFAULT),
                post("{\"a\":1}", "Content-Type", "application/json"));
        assertEquals(target, header(request, "X-Amz-Target"));
        assertEquals(contentType, header(request, "Content-Type"));
        assertEquals(action, request.action());
        assertEquals("", request.query());
        assertEquals("{\"a\":1}", request.body().utf8());
    }

    @Test
    void whatATemplateOverridesWins() {
        ServiceRequest request = requested(integration("events:action/PutEvents", DEFAULT + """
                        requestTemplates:
                          application/json: |
                            #set($context.requestOverride.header.X-Amz-Target = "AWSEvents.Other")
                            #set($context.requestOverride.header.Content-Type = "application/x-amz-json-1.0")
                            #set($context.requestOverride.querystring.q = ["1", "2"])
                            #set($context.requestOverride.header.list = ["a", "b"])
                            {}
                        """), post("{}"));
        assertEquals("AWSEvents.Other", header(request, "X-Amz-Target"));
        assertEquals("application/x-amz-json-1.0", header(request, "Content-Type"));
        assertEquals("q=1&q=2", request.query());
        assertEquals("a,b", header(request, "list"));
    }

    @Test
    void refererIsDroppedAndFramingIsTheGateways() {
        ServiceRequest request = requested(integration("events:action/PutEvents", DEFAULT + """
                        requestParameters: {integration.request.header.Referer: "'x'", integration.request.header.Via: "'v'"}
                        requestTemplates:
                          application/json: |-
                            #set($context.requestOverride.header.Content-Length = "1")#set($context.requestOverride.header.Transfer-Encoding = "chunked"){}
                        """), post("{}"));
        assertFalse(request.headers().contains("Referer"));
        assertFalse(request.headers().contains("Transfer-Encoding"));
        assertEquals(List.of("2"), request.headers().all("Content-Length"));
        assertEquals("v", header(request, "Via"));
    }

    @Test
    void getRequestsHaveNoBody() {
        ServiceRequest request =
                requested(integration("sqs:action/ListQueues", DEFAULT).replace("POST", "GET"), post("{\"a\":1}"));
        assertTrue(request.body().isEmpty());
        assertFalse(request.headers().contains("Content-Length"));
    }

    @Test
    void theAnswerIsSelectedByTheServicesStatus() {
        OneMethod method = OneMethod.with(integration("dynamodb:action/Query", """
                responses:
                  default: {statusCode: '200'}
                  '4\\d{2}':
                    statusCode: '400'
                    responseTemplates: {application/json: "{\\"type\\": \\"$input.path('$.__type')\\"}"}
                """));
        HttpResponse good =
                method.send(post("{}"), answer(200, "{\"Count\":0}", "Content-Type", "application/x-amz-json-1.0"));
        assertEquals("{\"Count\":0}", good.body().utf8());
        assertEquals("application/json", good.headers().first("Content-Type").orElseThrow());
        assertTrue(good.headers().contains("X-Amzn-Trace-Id"));
        HttpResponse bad = method.send(post("{}"), answer(404, "{\"__type\":\"NotThere\"}"));
        assertEquals(400, bad.status());
        assertEquals("{\"type\": \"NotThere\"}", bad.body().utf8());
        assertEquals(200, method.send(post("{}"), answer(503, "")).status());
    }

    @Test
    void aQueueTakesTheMessageAndAnswersInJson() {
        OneMethod method = OneMethod.with(integration("sqs:path/123456789012/orders", DEFAULT + """
                requestParameters:
                  integration.request.header.Content-Type: "'application/x-www-form-urlencoded'"
                requestTemplates:
                  application/json: Action=SendMessage&MessageBody=$input.body
                """));
        HttpResponse response = method.send(
                post("hello"),
                call -> ((ServiceCall) call).perform(OneMethod.NOW).outcome());
        assertEquals(200, response.status());
        assertTrue(
                response.body().utf8().contains("5d41402abc4b2a76b9719d911017c592"),
                response.body().utf8());
        assertEquals(
                "application/json", response.headers().first("Content-Type").orElseThrow());
    }

    @Test
    void aServiceThatIsNotThereIsA500() {
        OneMethod method = OneMethod.with(integration("glacier:path/x", DEFAULT));
        assertEquals(500, method.sendUncalled(get("/1")).status());
        assertEquals(new Cause.ServiceNotFound("glacier"), method.cause());
    }

    @Test
    void aRoleThatCannotBeAssumedIsA500() {
        OneMethod method = OneMethod.with(integration("sqs:path/1/q", DEFAULT + "credentials: admin"));
        assertEquals(500, method.sendUncalled(get("/1")).status());
        assertEquals(new Cause.RoleNotAssumable("admin"), method.cause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:apigateway:us-east-1:sqs:path/a b",
                "arn:aws:apigateway:us-east-1:sqs:action/",
                "arn:aws:apigateway:us-east-1::path/a",
                "arn:aws:apigateway:us-east-1:sqs:way/a",
                "http://sqs.us-east-1.amazonaws.com/",
                "arn:aws:apigateway:us-east-1:evil.example/x:path/a",
                ""
            })
    void anythingElseIsNoServiceUri(String uri) {
        assertEquals(Optional.empty(), ServiceUri.of(uri));
    }
}

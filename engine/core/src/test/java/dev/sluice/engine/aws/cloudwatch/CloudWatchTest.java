package dev.sluice.engine.aws.cloudwatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.sts.SecurityTokens;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * The same figures in the encodings that the CLIs and the Java SDK sent (requests as recorded, but for name and time).
 */
class CloudWatchTest {
    private static final long MINUTE = ObservedEngine.START / 60_000_000_000L * 60;
    private static final String QUERY_TIMES = "&StartTime=2026-11-18T11%3A00%3A00Z&EndTime=2026-11-18T12%3A00%3A00Z";

    private final ObservedEngine watched = new ObservedEngine(Watch.NOTHING);
    private final AwsService service = CloudWatch.over(watched.engine());

    @BeforeEach
    void traffic() {
        watched.get("/pets/1");
        watched.get("/pets/2");
        watched.get("/broken");
    }

    private HttpResponse send(String path, String type, Body body, String... more) {
        Headers headers = Headers.of(more).toBuilder().add("Content-Type", type).build();
        var request = new HttpRequest("POST", path, headers, body, "127.0.0.1");
        assertTrue(service.serves(request));
        return service.answer(request, ObservedEngine.START);
    }

    private HttpResponse form(String form) {
        return send("/", "application/x-www-form-urlencoded; charset=utf-8", Body.utf8(form));
    }

    private HttpResponse json(String operation, String body) {
        return send(
                "/",
                "application/x-amz-json-1.0",
                Body.utf8(body),
                "X-Amz-Target",
                "GraniteServiceVersion20100801." + operation,
                "x-amzn-query-mode",
                "true");
    }

    private static String statistics() {
        return "{\"Namespace\": \"AWS/ApiGateway\", \"MetricName\": \"Count\", \"Dimensions\": [{\"Name\": \"ApiName\","
                + " \"Value\": \"watched\"}, {\"Name\": \"Stage\", \"Value\": \"prod\"}], \"StartTime\": "
                + (MINUTE - 60) + ", \"EndTime\": " + (MINUTE + 3_540)
                + ", \"Period\": 60, \"Statistics\": [\"Sum\"], \"ExtendedStatistics\": [\"p99\"]}";
    }

    @Test
    void jsonHasTimesAsSeconds() {
        HttpResponse response = json("GetMetricStatistics", statistics());
        assertEquals(
                "{\"Label\":\"Count\",\"Datapoints\":[{\"Timestamp\":" + MINUTE
                        + ".000,\"Sum\":3.0,\"ExtendedStatistics\":{\"p99\":1.0},\"Unit\":\"Count\"}]}",
                response.body().utf8());
        assertEquals(
                "application/x-amz-json-1.0",
                response.headers().first("Content-Type").orElseThrow());
    }

    @Test
    void theQueryProtocolAnswersInXml() {
        String time = java.time.Instant.ofEpochSecond(MINUTE).toString();
        String body = form("Action=GetMetricStatistics&Version=2010-08-01&Namespace=AWS%2FApiGateway&MetricName=Count"
                        + "&Dimensions.member.1.Name=ApiName&Dimensions.member.1.Value=watched"
                        + "&Dimensions.member.2.Name=Stage&Dimensions.member.2.Value=prod"
                        + "&StartTime="
                        + java.time.Instant.ofEpochSecond(MINUTE - 60)
                                .toString()
                                .replace(":", "%3A")
                        + "&EndTime="
                        + java.time.Instant.ofEpochSecond(MINUTE + 3_540)
                                .toString()
                                .replace(":", "%3A")
                        + "&Period=60&Statistics.member.1=Sum&ExtendedStatistics.member.1=p99")
                .body()
                .utf8();
        assertTrue(
                body.startsWith(
                        "<GetMetricStatisticsResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">"
                                + "<GetMetricStatisticsResult><Label>Count</Label><Datapoints><member><Timestamp>"
                                + time
                                + "</Timestamp><Sum>3.0</Sum><ExtendedStatistics><entry><key>p99</key><value>1.0</value></entry>"
                                + "</ExtendedStatistics><Unit>Count</Unit></member></Datapoints></GetMetricStatisticsResult>"
                                + "<ResponseMetadata><RequestId>"),
                body);
    }

    @Test
    void cborHasTaggedTimes() {
        var bytes = new ByteArrayOutputStream();
        var mapper = new CBORMapper();
        try (var generator = (CBORGenerator) mapper.createGenerator(bytes)) {
            JsonNode input = Json.read(statistics()).orElseThrow();
            generator.writeStartObject();
            input.properties().forEach(member -> {
                generator.writeName(member.getKey());
                if (member.getKey().endsWith("Time")) {
                    generator.writeTag(1);
                    generator.writeNumber(member.getValue().doubleValue());
                } else {
                    mapper.writeTree(generator, member.getValue());
                }
            });
            generator.writeEndObject();
        }
        HttpResponse response = send(
                "/service/GraniteServiceVersion20100801/operation/GetMetricStatistics",
                "application/cbor",
                Body.of(bytes.toByteArray()),
                "smithy-protocol",
                "rpc-v2-cbor");
        assertEquals(200, response.status());
        assertEquals("rpc-v2-cbor", response.headers().first("smithy-protocol").orElseThrow());
        JsonNode output = mapper.readTree(response.body().bytes());
        assertEquals(3.0, output.at("/Datapoints/0/Sum").doubleValue());
        assertEquals((double) MINUTE, output.at("/Datapoints/0/Timestamp").doubleValue());
        String raw = new String(response.body().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(raw.contains("Timestamp\u00c1\u00fb"), "tag 1 and a double");
    }

    @Test
    void dataAndNamesAreListed() {
        String data = json(
                        "GetMetricData",
                        "{\"StartTime\": " + (MINUTE - 60) + ", \"EndTime\": " + (MINUTE + 600)
                                + ", \"MetricDataQueries\": [{\"Id\": \"a\", \"MetricStat\": {\"Metric\": {\"Namespace\":"
                                + " \"AWS/ApiGateway\", \"MetricName\": \"5XXError\", \"Dimensions\": [{\"Name\": \"ApiName\","
                                + " \"Value\": \"watched\"}]}, \"Period\": 300, \"Stat\": \"Sum\"}}]}")
                .body()
                .utf8();
        assertTrue(data.contains("\"Id\":\"a\",\"Label\":\"5XXError\""), data);
        assertTrue(data.contains("\"Values\":[1.0],\"StatusCode\":\"Complete\""), data);
        String list = form("Action=ListMetrics&Version=2010-08-01&Namespace=AWS%2FApiGateway&MetricName=Latency"
                        + "&Dimensions.member.1.Name=Stage")
                .body()
                .utf8();
        assertTrue(
                list.contains("<Metrics><member><Namespace>AWS/ApiGateway</Namespace><MetricName>Latency</MetricName>"
                        + "<Dimensions><member><Name>ApiName</Name><Value>watched</Value></member><member><Name>Stage"
                        + "</Name><Value>prod</Value></member></Dimensions></member></Metrics>"),
                list);
    }

    @Test
    void whatCannotBeAnsweredIsRefusedInTheClientsOwnEncoding() {
        String xml = form("Action=GetMetricStatistics&Version=2010-08-01&Namespace=N&MetricName=M&Period=7"
                        + QUERY_TIMES)
                .body()
                .utf8();
        assertTrue(xml.contains("<Type>Sender</Type><Code>InvalidParameterValue</Code>"), xml);
        HttpResponse response = json("GetMetricStatistics", "{\"Namespace\": \"N\"}");
        assertEquals(400, response.status());
        assertTrue(
                response.body().utf8().contains("\"__type\":\"MissingParameter\""),
                response.body().utf8());
        assertTrue(json("PutMetricAlarm", "{}").body().utf8().contains("UnknownOperationException"));
        assertEquals(
                400,
                send(
                                "/service/GraniteServiceVersion20100801/operation/GetMetricData",
                                "application/cbor",
                                Body.utf8("x"))
                        .status());
    }

    @Test
    void noInputIsAnsweredByAFailure() {
        var random = new Random(3);
        byte[] recorded =
                Json.read(statistics()).map(new CBORMapper()::writeValueAsBytes).orElseThrow();
        String text = "Action=GetMetricData&Version=2010-08-01&MetricDataQueries.member.1.Id=a&StartTime=1&EndTime=2"
                + "&MetricDataQueries.member.1.MetricStat.Metric.MetricName=Count&Period=60&NextToken=x";
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = recorded.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            int status = send(
                            "/service/GraniteServiceVersion20100801/operation/GetMetricStatistics",
                            "application/cbor",
                            Body.of(bytes))
                    .status();
            assertTrue(status == 200 || status == 400);
            var form = new StringBuilder(text);
            form.setCharAt(40 + random.nextInt(text.length() - 40), ".&=1%+".charAt(random.nextInt(6)));
            status = form(form.toString()).status();
            assertTrue(status == 200 || status == 400);
        }
    }

    @Test
    void theCallerIsTheAccountsRoot() {
        var request = new HttpRequest(
                "POST",
                "/",
                Headers.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                Body.utf8("Action=GetCallerIdentity&Version=2011-06-15"),
                "127.0.0.1");
        AwsService tokens = SecurityTokens.over(watched.engine());
        assertTrue(tokens.serves(request));
        String body = tokens.answer(request, ObservedEngine.START).body().utf8();
        assertTrue(
                body.startsWith("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                        + "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:root</Arn>"
                        + "<UserId>123456789012</UserId><Account>123456789012</Account></GetCallerIdentityResult>"),
                body);
    }
}

package dev.sluice.engine.aws.servicequotas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.servicequotas.ServiceQuotas.Granting;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServiceQuotasTest {
    private final ObservedEngine watched = new ObservedEngine(Watch.NOTHING);

    private JsonNode ask(Granting granting, String operation, String body) {
        AwsService quotas = ServiceQuotas.over(watched.engine(), granting);
        return ask(quotas, operation, body);
    }

    private static JsonNode ask(AwsService quotas, String operation, String body) {
        var request = new HttpRequest(
                "POST",
                "/",
                Headers.of("X-Amz-Target", "ServiceQuotasV20190624." + operation),
                Body.utf8(body),
                "127.0.0.1");
        assertTrue(quotas.serves(request));
        return Json.read(quotas.answer(request, ObservedEngine.START).body().utf8())
                .orElseThrow();
    }

    private double rate() {
        return watched.engine().workspace().account().throttle().rateLimit().doubleValue();
    }

    @Test
    void aGrantedRequestRaisesTheAccountsRateAndCanBeUndone() {
        AwsService quotas = ServiceQuotas.over(watched.engine(), Granting.AT_ONCE);
        String body = "{\"ServiceCode\": \"apigateway\", \"QuotaCode\": \"L-8A5B8E43\", \"DesiredValue\": 20000.0}";
        JsonNode request = ask(quotas, "RequestServiceQuotaIncrease", body).path("RequestedQuota");
        assertEquals("APPROVED", Json.text(request, "Status"));
        assertEquals(20_000, rate());
        JsonNode quota = ask(
                        quotas, "GetServiceQuota", "{\"ServiceCode\": \"apigateway\", \"QuotaCode\": \"L-8A5B8E43\"}")
                .path("Quota");
        assertEquals(20_000.0, quota.path("Value").doubleValue());
        assertEquals("Throttle rate", Json.text(quota, "QuotaName"));
        String id = Json.text(request, "Id");
        assertEquals(
                request,
                ask(quotas, "GetRequestedServiceQuotaChange", "{\"RequestId\": \"" + id + "\"}")
                        .path("RequestedQuota"));
        assertEquals(
                1,
                ask(quotas, "ListRequestedServiceQuotaChangeHistory", "{}")
                        .path("RequestedQuotas")
                        .size());
        assertTrue(watched.engine().control().undo(ObservedEngine.START).isPresent());
        assertEquals(10_000, rate());
    }

    @Test
    void aRequestThatNobodyGrantsStaysPending() {
        String body = "{\"ServiceCode\": \"apigateway\", \"QuotaCode\": \"L-8A5B8E43\", \"DesiredValue\": 20000}";
        assertEquals(
                "PENDING",
                Json.text(
                        ask(Granting.PENDING, "RequestServiceQuotaIncrease", body)
                                .path("RequestedQuota"),
                        "Status"));
        assertEquals(10_000, rate());
        assertEquals(
                "PENDING",
                Json.text(
                        ask(Granting.AT_ONCE, "RequestServiceQuotaIncrease", body.replace("L-8A5B8E43", "L-379E48B0"))
                                .path("RequestedQuota"),
                        "Status"));
    }

    @Test
    void whatCannotBeRaisedIsRefused() {
        String burst = "{\"ServiceCode\": \"apigateway\", \"QuotaCode\": \"L-CDF5615A\", \"DesiredValue\": 9000}";
        assertEquals(
                "IllegalArgumentException",
                Json.text(ask(Granting.AT_ONCE, "RequestServiceQuotaIncrease", burst), "__type"));
        assertEquals(
                "NoSuchResourceException",
                Json.text(ask(Granting.AT_ONCE, "ListServiceQuotas", "{\"ServiceCode\": \"x\"}"), "__type"));
        JsonNode list = ask(Granting.AT_ONCE, "ListServiceQuotas", "{\"ServiceCode\": \"apigateway\"}")
                .path("Quotas");
        assertEquals("L-8A5B8E43", Json.text(list.get(0), "QuotaCode"));
        assertEquals(5_000.0, list.get(1).path("Value").doubleValue());
    }
}

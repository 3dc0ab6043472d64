package dev.sluice.engine.aws.servicequotas;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.TargetService;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Service Quotas: what the account may, and requests for more. A request for a higher throttle rate changes the
 * account's bucket, as any other change can be undone; other quotas are not enforced here, so their requests stay
 * pending.
 */
public final class ServiceQuotas {
    private static final String SERVICE = "apigateway";
    private static final String INVALID = "IllegalArgumentException";

    /** Requests that are remembered. */
    private static final int MOST_REQUESTS = 100;

    /** The largest number that may be asked for. */
    private static final double LARGEST = 1e10;

    /** Who grants a request for what is enforced. */
    public enum Granting {
        /** Every request is granted as it comes. */
        AT_ONCE,
        /** Nobody: requests stay pending. */
        PENDING
    }

    private final Engine engine;
    private final Granting granting;
    private final Deque<ObjectNode> newestFirst = new ArrayDeque<>();
    private long asked;

    private ServiceQuotas(Engine engine, Granting granting) {
        this.engine = engine;
        this.granting = granting;
    }

    public static AwsService over(Engine engine, Granting granting) {
        var quotas = new ServiceQuotas(engine, granting);
        return new TargetService(
                "ServiceQuotasV20190624",
                Map.of(
                        "ListServiceQuotas", quotas::list,
                        "GetServiceQuota", quotas::get,
                        "ListAWSDefaultServiceQuotas", quotas::listDefaults,
                        "GetAWSDefaultServiceQuota", quotas::getDefault,
                        "RequestServiceQuotaIncrease", quotas::request,
                        "ListRequestedServiceQuotaChangeHistory", quotas::history,
                        "GetRequestedServiceQuotaChange", quotas::requested));
    }

    private ObjectNode list(ObjectNode input, long nowNanos) {
        return quotas(input, true);
    }

    private ObjectNode listDefaults(ObjectNode input, long nowNanos) {
        return quotas(input, false);
    }

    private ObjectNode quotas(ObjectNode input, boolean applied) {
        known(input);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("Quotas");
        Quota.ALL.forEach(quota -> list.add(shown(quota, applied)));
        return answer;
    }

    private ObjectNode get(ObjectNode input, long nowNanos) {
        return Json.object().set("Quota", shown(quota(input), true));
    }

    private ObjectNode getDefault(ObjectNode input, long nowNanos) {
        return Json.object().set("Quota", shown(quota(input), false));
    }

    private static void known(ObjectNode input) {
        String service = ServiceException.required(Member.text(input, "ServiceCode"), "serviceCode", INVALID);
        if (!service.equals(SERVICE)) {
            throw new ServiceException(
                    "NoSuchResourceException", "The request failed because the specified service does not exist.");
        }
    }

    private static Quota quota(ObjectNode input) {
        known(input);
        String code = ServiceException.required(Member.text(input, "QuotaCode"), "quotaCode", INVALID);
        return Quota.ALL.stream()
                .filter(quota -> quota.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        "NoSuchResourceException", "The request failed because the specified quota does not exist."));
    }

    private ObjectNode shown(Quota quota, boolean applied) {
        ObjectNode shown = named(quota);
        shown.put("QuotaArn", arn(quota));
        shown.put("Value", applied ? applied(quota) : quota.value());
        return shown.put("Unit", "None").put("Adjustable", quota.adjustable()).put("GlobalQuota", false);
    }

    private static ObjectNode named(Quota quota) {
        return Json.object()
                .put("ServiceCode", SERVICE)
                .put("ServiceName", "Amazon API Gateway")
                .put("QuotaCode", quota.code())
                .put("QuotaName", quota.name());
    }

    private String arn(Quota quota) {
        Account account = engine.workspace().account();
        return "arn:aws:servicequotas:" + account.region() + ":" + account.accountId() + ":apigateway/" + quota.code();
    }

    private double applied(Quota quota) {
        ThrottleSettings throttle = engine.workspace().account().throttle();
        return switch (quota.code()) {
            case Quota.THROTTLE_RATE -> throttle.rateLimit().doubleValue();
            case Quota.THROTTLE_BURST -> throttle.burstLimit();
            default -> quota.value();
        };
    }

    private ObjectNode request(ObjectNode input, long nowNanos) {
        Quota quota = quota(input);
        double desired = Member.number(input, "DesiredValue")
                .map(BigDecimal::doubleValue)
                .orElseThrow(() -> new ServiceException(INVALID, "DesiredValue is required."));
        if (!quota.adjustable()) {
            throw new ServiceException(INVALID, "The quota " + quota.name() + " is not adjustable.");
        }
        if (desired <= applied(quota) || desired > LARGEST) {
            throw new ServiceException(INVALID, "You must provide a quota value greater than the current quota value.");
        }
        boolean granted = granting == Granting.AT_ONCE && quota.code().equals(Quota.THROTTLE_RATE);
        if (granted) {
            raise(desired, nowNanos);
        }
        return Json.object().set("RequestedQuota", noted(quota, desired, granted, nowNanos));
    }

    private void raise(double rate, long nowNanos) {
        engine.control()
                .change(
                        "Service Quotas: throttle rate " + rate,
                        workspace -> {
                            Account account = workspace.account();
                            var throttle = new ThrottleSettings(
                                    BigDecimal.valueOf(rate), account.throttle().burstLimit());
                            return new Change<>(
                                    workspace.withAccount(new Account(account.accountId(), account.region(), throttle)),
                                    rate);
                        },
                        nowNanos);
    }

    private synchronized ObjectNode noted(Quota quota, double desired, boolean granted, long nowNanos) {
        String name = nowNanos + "/" + ++asked;
        ObjectNode request = named(quota)
                .put(
                        "Id",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .replace("-", ""))
                .put("DesiredValue", desired)
                .put("Status", granted ? "APPROVED" : "PENDING")
                .put("QuotaArn", arn(quota))
                .put("GlobalQuota", false)
                .put("Unit", "None");
        request.set("Created", Json.seconds(nowNanos));
        request.set("LastUpdated", Json.seconds(nowNanos));
        newestFirst.addFirst(request);
        if (newestFirst.size() > MOST_REQUESTS) {
            newestFirst.removeLast();
        }
        return request;
    }

    private synchronized ObjectNode history(ObjectNode input, long nowNanos) {
        Optional<String> service = Member.text(input, "ServiceCode");
        Optional<String> status = Member.text(input, "Status");
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("RequestedQuotas");
        newestFirst.stream()
                .filter(request -> service.isEmpty() || service.get().equals(SERVICE))
                .filter(request -> status.isEmpty() || status.get().equals(Json.text(request, "Status")))
                .forEach(list::add);
        return answer;
    }

    private synchronized ObjectNode requested(ObjectNode input, long nowNanos) {
        String id = ServiceException.required(Member.text(input, "RequestId"), "requestId", INVALID);
        ObjectNode found = newestFirst.stream()
                .filter(request -> Json.text(request, "Id").equals(id))
                .findFirst()
                .orElseThrow(() -> new ServiceException(
                        "NoSuchResourceException", "The request failed because the specified request does not exist."));
        return Json.object().set("RequestedQuota", found);
    }
}

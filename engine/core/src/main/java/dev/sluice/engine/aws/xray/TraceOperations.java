package dev.sluice.engine.aws.xray;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** X-Ray's questions. All answers are whole: there are never more traces than fit into one. */
final class TraceOperations {
    private static final String INVALID = "InvalidRequestException";

    private final Engine engine;

    TraceOperations(Engine engine) {
        this.engine = engine;
    }

    private List<Trace> between(ObjectNode input) {
        double start = seconds(input, "StartTime");
        double end = seconds(input, "EndTime");
        if (end < start) {
            throw new ServiceException(INVALID, "EndTime must not be before StartTime.");
        }
        return Trace.of(engine, Trace.began(start, end));
    }

    private static double seconds(ObjectNode input, String member) {
        return Member.number(input, member)
                .orElseThrow(() -> new ServiceException(INVALID, member + " is required."))
                .doubleValue();
    }

    ObjectNode summaries(ObjectNode input, long nowNanos) {
        Predicate<Trace> filter =
                TraceFilter.of(Member.text(input, "FilterExpression").orElse(""));
        List<Trace> between = between(input);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("TraceSummaries");
        between.stream().filter(filter).forEach(trace -> list.add(summary(trace)));
        return answer.put("ApproximateTime", nowNanos / 1_000_000_000L).put("TracesProcessedCount", between.size());
    }

    private ObjectNode summary(Trace trace) {
        ObjectNode summary = Json.object()
                .put("Id", trace.id())
                .put("StartTime", trace.start())
                .put("Duration", trace.duration())
                .put("ResponseTime", trace.responseTime())
                .put("HasFault", trace.has("fault"))
                .put("HasError", trace.has("error"))
                .put("HasThrottle", trace.has("throttle"))
                .put("IsPartial", false);
        ObjectNode http = summary.putObject("Http");
        http.put("HttpURL", trace.request("url"));
        http.put("HttpStatus", trace.status());
        http.put("HttpMethod", trace.request("method"));
        http.put("UserAgent", trace.request("user_agent"));
        http.put("ClientIp", trace.request("client_ip"));
        ObjectNode annotations = summary.putObject("Annotations");
        for (var annotation : trace.first().path("annotations").properties()) {
            ArrayNode values = annotations.putArray(annotation.getKey());
            ObjectNode value = values.addObject();
            value.putObject("AnnotationValue")
                    .put("StringValue", annotation.getValue().asString(""));
            value.putArray("ServiceIds").add(service(trace.first()));
        }
        summary.set("EntryPoint", service(trace.first()));
        ArrayNode services = summary.putArray("ServiceIds");
        trace.segments().forEach(segment -> services.add(service(segment)));
        return summary;
    }

    private ObjectNode service(JsonNode segment) {
        String name = Json.text(segment, "name");
        ObjectNode service = Json.object().put("Name", name);
        service.putArray("Names").add(name);
        return service.put("AccountId", engine.workspace().account().accountId())
                .put("Type", Json.text(segment, "origin"));
    }

    ObjectNode batch(ObjectNode input, long nowNanos) {
        List<String> ids = Member.texts(input, "TraceIds");
        ObjectNode answer = Json.object();
        ArrayNode found = answer.putArray("Traces");
        ArrayNode missing = answer.putArray("UnprocessedTraceIds");
        List<Trace> traces = Trace.of(
                engine, exchange -> ids.contains(exchange.trace().orElseThrow().traceId()));
        for (String id : ids) {
            Optional<Trace> trace =
                    traces.stream().filter(one -> one.id().equals(id)).findFirst();
            trace.ifPresentOrElse(one -> found.add(whole(one)), () -> missing.add(id));
        }
        return answer;
    }

    private static ObjectNode whole(Trace trace) {
        ObjectNode shown = Json.object()
                .put("Id", trace.id())
                .put("Duration", trace.duration())
                .put("LimitExceeded", false);
        ArrayNode segments = shown.putArray("Segments");
        for (JsonNode segment : trace.segments()) {
            segments.addObject().put("Id", Json.text(segment, "id")).put("Document", Json.write(segment));
        }
        return shown;
    }

    ObjectNode graph(ObjectNode input, long nowNanos) {
        ObjectNode answer =
                Json.object().put("StartTime", seconds(input, "StartTime")).put("EndTime", seconds(input, "EndTime"));
        answer.set(
                "Services",
                ServiceGraph.of(between(input), engine.workspace().account().accountId()));
        return answer.put("ContainsOldGroupVersions", false);
    }

    /** The one rule there is: the first request of each second, and one of twenty others. */
    ObjectNode samplingRules(ObjectNode input, long nowNanos) {
        ObjectNode answer = Json.object();
        ObjectNode record = answer.putArray("SamplingRuleRecords").addObject();
        ObjectNode rule = record.putObject("SamplingRule")
                .put("RuleName", "Default")
                .put("RuleARN", arn("sampling-rule/Default"))
                .put("ResourceARN", "*")
                .put("Priority", 10_000)
                .put("FixedRate", 0.05)
                .put("ReservoirSize", 1)
                .put("ServiceName", "*")
                .put("ServiceType", "*")
                .put("Host", "*")
                .put("HTTPMethod", "*")
                .put("URLPath", "*")
                .put("Version", 1);
        rule.putObject("Attributes");
        record.put("CreatedAt", 0).put("ModifiedAt", 0);
        return answer;
    }

    ObjectNode groups(ObjectNode input, long nowNanos) {
        ObjectNode answer = Json.object();
        answer.putArray("Groups").addObject().put("GroupName", "Default").put("GroupARN", arn("group/Default"));
        return answer;
    }

    private String arn(String resource) {
        var account = engine.workspace().account();
        return "arn:aws:xray:" + account.region() + ":" + account.accountId() + ":" + resource;
    }
}

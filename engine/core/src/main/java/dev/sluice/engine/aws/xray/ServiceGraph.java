package dev.sluice.engine.aws.xray;

import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who called whom in some traces: clients, stages and what stages called, with counts on each edge. */
final class ServiceGraph {
    private static final String CLIENT = "client";

    /** Calls into one node or along one edge. */
    private static final class Calls {
        private long ok;
        private long throttles;
        private long errors;
        private long faults;
        private double seconds;
        private double start = Double.MAX_VALUE;
        private double end;

        void add(JsonNode segment) {
            if (segment.path("fault").asBoolean(false)) {
                faults++;
            } else if (segment.path("throttle").asBoolean(false)) {
                throttles++;
            } else if (segment.path("error").asBoolean(false)) {
                errors++;
            } else {
                ok++;
            }
            seconds += Trace.end(segment) - Trace.start(segment);
            start = Math.min(start, Trace.start(segment));
            end = Math.max(end, Trace.end(segment));
        }

        void writeTo(ObjectNode node) {
            node.put("StartTime", start).put("EndTime", end);
            ObjectNode statistics = node.putObject("SummaryStatistics").put("OkCount", ok);
            statistics
                    .putObject("ErrorStatistics")
                    .put("ThrottleCount", throttles)
                    .put("OtherCount", errors)
                    .put("TotalCount", throttles + errors);
            statistics.putObject("FaultStatistics").put("OtherCount", faults).put("TotalCount", faults);
            statistics.put("TotalCount", ok + throttles + errors + faults).put("TotalResponseTime", seconds);
        }
    }

    private static final class Service {
        private final int reference;
        private final String name;
        private final String type;
        private final Calls calls = new Calls();
        private final Map<Service, Calls> edges = new LinkedHashMap<>();

        Service(int reference, String name, String type) {
            this.reference = reference;
            this.name = name;
            this.type = type;
        }

        void calls(Service other, JsonNode segment) {
            edges.computeIfAbsent(other, ignored -> new Calls()).add(segment);
            other.calls.add(segment);
        }
    }

    private final Map<List<String>, Service> services = new LinkedHashMap<>();

    private ServiceGraph() {}

    static ArrayNode of(List<Trace> traces, String accountId) {
        var graph = new ServiceGraph();
        for (Trace trace : traces) {
            trace.segments().forEach(graph::add);
        }
        ArrayNode list = Json.array();
        graph.services.values().forEach(service -> list.add(shown(service, accountId)));
        return list;
    }

    private void add(JsonNode segment) {
        Service stage = service(Json.text(segment, "name"), Json.text(segment, "origin"));
        Service client = service(Json.text(segment, "name"), CLIENT);
        client.calls.add(segment);
        client.calls(stage, segment);
        for (JsonNode call : segment.path("subsegments")) {
            boolean remote = Json.text(call, "namespace").equals("remote");
            stage.calls(service(name(call), remote ? "remote" : "AWS::Lambda"), call);
        }
    }

    /** What a subsegment called: the function or the host. */
    static String name(JsonNode subsegment) {
        String function = Json.text(subsegment.path("aws"), "function_name");
        return function.isEmpty() ? Json.text(subsegment, "name") : function;
    }

    private Service service(String name, String type) {
        return services.computeIfAbsent(List.of(name, type), ignored -> new Service(services.size(), name, type));
    }

    private static ObjectNode shown(Service service, String accountId) {
        ObjectNode node = Json.object()
                .put("ReferenceId", service.reference)
                .put("Name", service.name)
                .put("Type", service.type)
                .put("State", "active");
        node.putArray("Names").add(service.name);
        if (service.type.startsWith("AWS::")) {
            node.put("AccountId", accountId);
        }
        if (service.type.equals(CLIENT)) {
            node.put("Root", true);
        }
        service.calls.writeTo(node);
        ArrayNode edges = node.putArray("Edges");
        new ArrayList<>(service.edges.entrySet()).forEach(edge -> {
            ObjectNode shown = edges.addObject().put("ReferenceId", edge.getKey().reference);
            edge.getValue().writeTo(shown);
        });
        return node;
    }
}

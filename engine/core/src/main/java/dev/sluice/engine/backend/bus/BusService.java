package dev.sluice.engine.backend.bus;

import dev.sluice.engine.backend.LatencyModel;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceIds;
import dev.sluice.engine.backend.protocol.ServiceModel;
import dev.sluice.engine.definition.ServiceBackend.EventBus;
import dev.sluice.engine.definition.ServiceBackend.RuleTarget;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** EventBridge's buses and PutEvents. Not safe for several threads. */
public final class BusService implements ServiceModel {
    /** From an event to its targets: EventBridge says no number; a tenth of a second is what it takes here [unsure]. */
    static final long DELIVERY_NANOS = 100_000_000L;

    private static final String DEFAULT = "default";
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 262_144;

    private final Neighbours neighbours;
    private final Deliveries deliveries;
    private final Map<String, ModelledBus> buses = new LinkedHashMap<>();

    public BusService(Neighbours neighbours) {
        this.neighbours = neighbours;
        deliveries = new Deliveries(neighbours);
    }

    /** Replaces the buses; one whose name stays keeps its counts. */
    public void configure(List<EventBus> definitions) {
        buses.keySet().retainAll(definitions.stream().map(EventBus::name).toList());
        for (EventBus definition : definitions) {
            buses.computeIfAbsent(definition.name(), name -> new ModelledBus(definition))
                    .configure(definition);
        }
    }

    @Override
    public String resource(ObjectNode input) {
        String bus = Json.text(input.path("Entries").path(0), "EventBusName");
        return bus.isEmpty() ? DEFAULT : ResourceName.of(bus);
    }

    @Override
    public Result perform(String operation, ObjectNode members, long nowNanos, SplittableRandom random) {
        if (!operation.equals("PutEvents")) {
            throw ServiceModel.unknown(operation);
        }
        var input = new Input(members, "ValidationException", "ValidationException");
        List<Input> entries = input.objects("Entries");
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw ServiceException.of(
                    "ValidationException",
                    "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have"
                            + " length between 1 and " + MOST_ENTRIES + ", inclusive");
        }
        if (Json.write(members).length() > MOST_BYTES) {
            throw ServiceException.of(
                    "ValidationException", "Total size of the entries in the request is over the limit.");
        }
        int failed = 0;
        var answers = Json.array();
        for (Input entry : entries) {
            ObjectNode answer = put(entry, nowNanos, random);
            failed += answer.has("ErrorCode") ? 1 : 0;
            answers.add(answer);
        }
        ObjectNode output = Json.object().put("FailedEntryCount", failed);
        output.set("Entries", answers);
        long latency = bus(resource(members))
                .map(bus -> LatencyModel.sampleNanos(bus.definition().latency(), random.nextLong()))
                .orElse(0L);
        return new Result(output, latency);
    }

    private Optional<ModelledBus> bus(String name) {
        return Optional.ofNullable(buses.get(name));
    }

    /** A bus that is not there takes the event and loses it, as EventBridge does. */
    private ObjectNode put(Input entry, long nowNanos, SplittableRandom random) {
        Optional<String> source = entry.text("Source");
        Optional<String> detailType = entry.text("DetailType");
        Optional<String> detail = entry.text("Detail");
        if (source.isEmpty() || detailType.isEmpty() || detail.isEmpty()) {
            String missing = source.isEmpty() ? "Source" : detailType.isEmpty() ? "DetailType" : "Detail";
            return failed(
                    "InvalidArgument",
                    "Parameter " + missing + " is not valid. Reason: " + missing + " is a required argument.");
        }
        Optional<ObjectNode> parsed = Json.readObject(detail.get());
        if (parsed.isEmpty()) {
            return failed("MalformedDetail", "Detail is malformed.");
        }
        String id = ServiceIds.uuid(random);
        String busName = entry.text("EventBusName").map(ResourceName::of).orElse(DEFAULT);
        ObjectNode event = envelope(entry, id, parsed.get(), nowNanos);
        bus(busName).ifPresent(bus -> publish(bus, event, nowNanos, random));
        return Json.object().put("EventId", id);
    }

    private static ObjectNode failed(String code, String message) {
        return Json.object().put("ErrorCode", code).put("ErrorMessage", message);
    }

    private ObjectNode envelope(Input entry, String id, ObjectNode detail, long nowNanos) {
        ObjectNode event = Json.object()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", entry.text("DetailType").orElse(""))
                .put("source", entry.text("Source").orElse(""))
                .put("account", neighbours.account().accountId())
                .put("time", Instant.ofEpochSecond(nowNanos / 1_000_000_000L).toString())
                .put("region", neighbours.account().region());
        var resources = event.putArray("resources");
        entry.texts("Resources").forEach(resources::add);
        event.set("detail", detail);
        return event;
    }

    private void publish(ModelledBus bus, ObjectNode event, long nowNanos, SplittableRandom random) {
        String text = Json.write(event);
        List<ModelledBus.RunningRule> matching = bus.match(text);
        ModelledBus.Kept kept = bus.keep(new EventTrail(
                Json.text(event, "id"),
                nowNanos,
                Json.text(event, "source"),
                Json.text(event, "detail-type"),
                text,
                matching.stream().map(rule -> rule.definition().name()).toList(),
                List.of()));
        for (ModelledBus.RunningRule rule : matching) {
            for (RuleTarget target : rule.definition().targets()) {
                SplittableRandom chance = random.split();
                neighbours.agenda().at(nowNanos + DELIVERY_NANOS, dueNanos -> {
                    EventTrail.Delivery delivery = isBus(target)
                            ? forward(rule, target, event, dueNanos, chance)
                            : deliveries.deliver(rule.definition().name(), target, event, dueNanos, chance);
                    rule.noteDelivery(delivery.failure().isEmpty());
                    kept.note(delivery);
                });
            }
        }
    }

    private static boolean isBus(RuleTarget target) {
        return ResourceName.service(target.arn()).equals("events");
    }

    private EventTrail.Delivery forward(
            ModelledBus.RunningRule rule, RuleTarget target, JsonNode event, long nowNanos, SplittableRandom random) {
        Optional<ModelledBus> bus = bus(ResourceName.of(target.arn()));
        bus.ifPresent(found -> publish(found, (ObjectNode) event, nowNanos, random));
        String failure = bus.isPresent() ? "" : "There is no bus of this name.";
        return new EventTrail.Delivery(nowNanos, rule.definition().name(), target.id(), target.arn(), failure, false);
    }

    /** Every bus at this instant, in the workspace's order. */
    public List<BusReading> read() {
        return buses.values().stream().map(ModelledBus::read).toList();
    }
}

package dev.sluice.engine.backend.stream;

import dev.sluice.engine.backend.LatencyModel;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceModel;
import dev.sluice.engine.definition.ServiceBackend.Stream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Kinesis's streams: PutRecord and PutRecords. Not safe for several threads. */
public final class StreamService implements ServiceModel {
    private static final int MOST_RECORDS = 500;

    /** Bytes of a record's data: 1 MiB. */
    private static final int MOST_BYTES = 1_048_576;

    private final Neighbours neighbours;
    private final Map<String, ModelledStream> streams = new LinkedHashMap<>();

    public StreamService(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Replaces the streams; one whose name stays keeps its records. */
    public void configure(List<Stream> definitions) {
        streams.keySet().retainAll(definitions.stream().map(Stream::name).toList());
        for (Stream definition : definitions) {
            streams.computeIfAbsent(definition.name(), name -> new ModelledStream(definition))
                    .configure(definition);
        }
    }

    @Override
    public String resource(ObjectNode input) {
        String name = Json.text(input, "StreamName");
        return name.isEmpty() ? ResourceName.of(Json.text(input, "StreamARN")) : name;
    }

    @Override
    public Result perform(String operation, ObjectNode members, long nowNanos, SplittableRandom random) {
        var input = new Input(members, "ValidationException", "ValidationException");
        return switch (operation) {
            case "PutRecord" -> answer(stream(members), putRecord(stream(members), input, nowNanos), random);
            case "PutRecords" -> answer(stream(members), putRecords(stream(members), input, nowNanos), random);
            default -> throw ServiceModel.unknown(operation);
        };
    }

    private static Result answer(ModelledStream stream, ObjectNode output, SplittableRandom random) {
        return new Result(output, LatencyModel.sampleNanos(stream.definition().latency(), random.nextLong()));
    }

    private ModelledStream stream(ObjectNode input) {
        String name = resource(input);
        ModelledStream stream = streams.get(name);
        if (stream == null) {
            throw ServiceException.of(
                    "ResourceNotFoundException",
                    "Stream " + name + " under account " + neighbours.account().accountId() + " not found.");
        }
        return stream;
    }

    private static ObjectNode putRecord(ModelledStream stream, Input input, long nowNanos) {
        String data = data(input);
        String key = partitionKey(input);
        StreamReading.StreamRecord record = stream.put(key, data, input.text("ExplicitHashKey"), nowNanos);
        return Json.object().put("SequenceNumber", record.sequenceNumber()).put("ShardId", record.shardId());
    }

    private static ObjectNode putRecords(ModelledStream stream, Input input, long nowNanos) {
        List<Input> records = input.objects("Records");
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            throw ServiceException.of(
                    "ValidationException",
                    "1 validation error detected: Value at 'records' failed to satisfy constraint: Member must have"
                            + " length between 1 and " + MOST_RECORDS);
        }
        records.forEach(StreamService::data);
        ArrayNode answers = Json.array();
        records.forEach(record -> answers.add(putRecord(stream, record, nowNanos)));
        ObjectNode output = Json.object().put("FailedRecordCount", 0);
        output.set("Records", answers);
        return output;
    }

    private static String partitionKey(Input input) {
        String key = input.requiredText("PartitionKey");
        if (key.length() > 256) {
            throw ServiceException.of("ValidationException", "The partition key is longer than 256 characters.");
        }
        return key;
    }

    /** Base64, checked. */
    private static String data(Input input) {
        String data = input.members().path("Data").asString("");
        if (!input.members().has("Data")) {
            throw ServiceException.of(
                    "ValidationException",
                    "1 validation error detected: Value null at 'data' failed to satisfy constraint: Member must not be"
                            + " null");
        }
        try {
            if (Base64.getDecoder().decode(data).length > MOST_BYTES) {
                throw ServiceException.of(
                        "ValidationException", "The data of a record is over " + MOST_BYTES + " bytes.");
            }
            return data;
        } catch (IllegalArgumentException e) {
            throw ServiceException.of("SerializationException", "The data of a record is no base64.");
        }
    }

    /** Every stream, in the workspace's order. */
    public List<StreamReading> read() {
        return streams.values().stream().map(ModelledStream::read).toList();
    }
}

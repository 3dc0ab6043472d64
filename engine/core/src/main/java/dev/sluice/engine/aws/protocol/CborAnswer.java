package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.cbor.CBORWriteFeature;

/** Smithy's RPC v2 over CBOR (control-plane section 3.1). Times are tag 1 before a double. */
public final class CborAnswer {
    private static final int EPOCH = 1;
    private static final CBORMapper MAPPER = new CBORMapper(CBORFactory.builder()
            .enable(
                    CBORWriteFeature
                            .LENIENT_UTF_ENCODING) // half a surrogate pair that a client sent is sent back as U+FFFD
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.DEEPEST)
                    .build())
            .build());

    private CborAnswer() {}

    /** Performs the operation of that name. */
    public static RestAnswer of(Map<String, Operation> operations, String name, Body body, long nowNanos) {
        Operation operation = operations.get(name);
        if (operation == null) {
            return error(new ServiceException("UnknownOperationException", ""));
        }
        Optional<ObjectNode> input = read(body);
        if (input.isEmpty()) {
            return error(new ServiceException("SerializationException", "The body is no map in CBOR."));
        }
        try {
            return answer(200, operation.perform(input.get(), nowNanos)).build();
        } catch (ServiceException e) {
            return error(e);
        } catch (ControlException e) {
            return error(new ServiceException(e.code().text(), String.valueOf(e.getMessage())));
        }
    }

    private static RestAnswer error(ServiceException error) {
        return answer(400, error.body())
                .with("x-amzn-ErrorType", error.code())
                .with("x-amzn-query-error", error.queryCode() + ";Sender")
                .build();
    }

    private record Answer(int status, Headers.Builder headers, Body body) {
        Answer with(String name, String value) {
            headers.add(name, value);
            return this;
        }

        RestAnswer build() {
            return new RestAnswer(status, headers.build(), body);
        }
    }

    private static Answer answer(int status, JsonNode value) {
        Headers.Builder headers =
                Headers.builder().add("Content-Type", "application/cbor").add("smithy-protocol", "rpc-v2-cbor");
        return new Answer(status, headers, Body.of(written(value)));
    }

    /** The map; empty if the bytes are none. */
    private static Optional<ObjectNode> read(Body body) {
        if (body.isEmpty()) {
            return Optional.of(Json.object());
        }
        try {
            return MAPPER.readTree(body.bytes()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static byte[] written(JsonNode value) {
        var bytes = new ByteArrayOutputStream();
        try (var generator = (CBORGenerator) MAPPER.createGenerator(bytes)) {
            write(value, generator);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonNode value, CBORGenerator generator) {
        Optional<Instant> moment = Moment.in(value);
        if (moment.isPresent()) {
            generator.writeTag(EPOCH);
            generator.writeNumber(Moment.seconds(moment.get()).doubleValue());
        } else if (value.isArray()) {
            generator.writeStartArray();
            value.forEach(item -> write(item, generator));
            generator.writeEndArray();
        } else if (value.isObject()) {
            generator.writeStartObject();
            value.properties().forEach(member -> {
                generator.writeName(member.getKey());
                write(member.getValue(), generator);
            });
            generator.writeEndObject();
        } else {
            MAPPER.writeTree(generator, value);
        }
    }
}

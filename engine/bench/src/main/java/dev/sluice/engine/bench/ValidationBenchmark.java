package dev.sluice.engine.bench;

import dev.sluice.engine.definition.Model;
import dev.sluice.engine.execution.validation.BodySchema;
import dev.sluice.engine.execution.validation.ModelSchemas;
import dev.sluice.engine.http.Body;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A body of 1 kB, an order with nine lines, against its model: parsed and checked, as a request pays for it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValidationBenchmark {
    private static final String ORDER = """
            {"type": "object", "required": ["customer", "lines"], "properties": {
              "customer": {"type": "string", "minLength": 1, "maxLength": 80},
              "lines": {"type": "array", "items": {"$ref": "https://apigateway.amazonaws.com/restapis/a/models/Line"}}}}""";
    private static final String LINE = """
            {"type": "object", "required": ["sku", "count", "price"], "additionalProperties": false, "properties": {
              "sku": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{5}$"},
              "count": {"type": "integer", "minimum": 1, "maximum": 1000},
              "price": {"type": "number", "minimum": 0},
              "colour": {"enum": ["red", "green", "blue"]},
              "text": {"type": "string", "maxLength": 100}}}""";

    private final BodySchema schema = new ModelSchemas(List.of(
                    new Model("Order", "application/json", "", ORDER), new Model("Line", "application/json", "", LINE)))
            .schema("Order")
            .orElseThrow();
    private final Body fitting = order("red");
    private final Body unfitting = order("pink");

    private static Body order(String lastColour) {
        String lines = IntStream.range(0, 9)
                .mapToObj(i -> "{\"sku\": \"ABC-1234" + i + "\", \"count\": " + (i + 1) + ", \"price\": " + i
                        + ".95, \"colour\": \"" + (i == 8 ? lastColour : "green")
                        + "\", \"text\": \"something that people read\"}")
                .collect(Collectors.joining(", "));
        return Body.utf8("{\"customer\": \"Ada Lovelace\", \"lines\": [" + lines + "]}");
    }

    @Benchmark
    public List<String> aBodyThatFits() {
        return schema.reasonsAgainst(fitting);
    }

    @Benchmark
    public List<String> aBodyThatDoesNot() {
        return schema.reasonsAgainst(unfitting);
    }
}

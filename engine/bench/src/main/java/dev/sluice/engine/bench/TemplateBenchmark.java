package dev.sluice.engine.bench;

import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A mapping template of twenty lines, as people write them: variables, a loop over three items, conditions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TemplateBenchmark {
    private static final String TEMPLATE = """
            #set($root = $input.path('$'))
            #set($customer = $root.customer)
            {
              "id": "$input.params('id')",
              "stage": "$context.stage",
              "requestId": "$context.requestId",
              "customer": "$util.escapeJavaScript($customer.name)",
              #if($customer.email && $customer.email != "")
              "email": "$customer.email",
              #else
              "email": null,
              #end
              "table": "$stageVariables.table",
              "items": [
                #foreach($item in $root.items)
                {"sku": "$item.sku", "count": $item.count}#if($foreach.hasNext),#end
                #end
              ],
              "raw": $input.json('$.customer')
            }
            """;

    private static final TemplateVariables VARIABLES = new TemplateVariables(
            Body.utf8(
                    "{\"customer\":{\"name\":\"Ada \\\"A\\\" L.\",\"email\":\"ada@shop.example\"},"
                            + "\"items\":[{\"sku\":\"a-1\",\"count\":1},{\"sku\":\"b-2\",\"count\":20},{\"sku\":\"c-3\",\"count\":3}]}"),
            Map.of("id", "4711"),
            Map.of(),
            Map.of("Content-Type", "application/json"),
            Map.of("stage", "prod", "requestId", "5ca4e5a6-4a7e-4e37-a4f8-0d2ac5f2a1b7"),
            Map.of("table", "orders"));

    private final MappingTemplates templates = new MappingTemplates();

    @Benchmark
    public String twentyLines() throws TemplateException {
        return templates.render(TEMPLATE, VARIABLES);
    }
}

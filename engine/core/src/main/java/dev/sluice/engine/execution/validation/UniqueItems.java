package dev.sluice.engine.execution.validation;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * {@code uniqueItems}, with items compared by their canonical text. The library's own compares items as they are in a
 * hash table, and whoever chooses items with the same hash makes that take quadratic time.
 */
final class UniqueItems implements Keyword {
    @Override
    public String getValue() {
        return "uniqueItems";
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
        return new Validator(this, value, location, parent, context);
    }

    private static final class Validator extends BaseKeywordValidator {
        Validator(Keyword keyword, JsonNode value, SchemaLocation location, Schema parent, SchemaContext context) {
            super(keyword, value, location, parent, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode instance, JsonNode root, NodePath location) {
            if (schemaNode.booleanValue() && instance.isArray() && hasDuplicates(instance)) {
                context.addError(error().instanceNode(instance)
                        .instanceLocation(location)
                        .evaluationPath(context.getEvaluationPath())
                        .build());
            }
        }

        /** Strings are comparable, so even those with equal hashes are found in logarithmic time. */
        private static boolean hasDuplicates(JsonNode array) {
            Map<String, Boolean> seen = HashMap.newHashMap(array.size());
            return array.valueStream().anyMatch(item -> seen.put(canonical(item), true) != null);
        }

        private static String canonical(JsonNode item) {
            var text = new StringBuilder();
            write(item, text);
            return text.toString();
        }

        /** Members by name; numbers by value, so that 1 and 1.0 are the same. */
        private static void write(JsonNode item, StringBuilder text) {
            if (item.isObject()) {
                var members = new TreeMap<String, JsonNode>();
                item.forEachEntry(members::put);
                members.forEach((name, value) -> {
                    text.append('{').append(name.length()).append(':').append(name);
                    write(value, text);
                });
                text.append('}');
            } else if (item.isArray()) {
                text.append('[');
                item.valueStream().forEach(value -> write(value, text));
                text.append(']');
            } else if (item.isString()) {
                String value = item.stringValue();
                text.append('"').append(value.length()).append(':').append(value);
            } else if (item.isFloatingPointNumber() && item.canConvertToExactIntegral() && item.canConvertToLong()) {
                text.append('#').append(item.longValue());
            } else {
                text.append('#').append(item.asString());
            }
        }
    }
}

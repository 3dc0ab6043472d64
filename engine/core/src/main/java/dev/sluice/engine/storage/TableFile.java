package dev.sluice.engine.storage;

import dev.sluice.engine.backend.table.TableService;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ServiceBackend.KeyAttribute;
import dev.sluice.engine.definition.ServiceBackend.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table: its keys, and the items it starts with. */
final class TableFile {
    private TableFile() {}

    static void write(Table table, Node.Builder fields) {
        fields.put("partitionKey", write(table.partitionKey()));
        table.sortKey().ifPresent(key -> fields.put("sortKey", write(key)));
        fields.putUnlessEmpty(
                "items",
                Node.sequence(table.items().stream().map(EmbeddedJson::write).toList()));
    }

    private static Mapping write(KeyAttribute key) {
        return Mapping.builder()
                .put("AttributeName", key.attributeName())
                .put("AttributeType", key.attributeType())
                .build();
    }

    static Optional<Table> read(String name, Fields fields) {
        if (fields.node("partitionKey").isEmpty()) {
            fields.error(
                    "partitionKey", "\"partitionKey\" is missing here. Add it with AttributeName and AttributeType.");
            return Optional.empty();
        }
        Optional<KeyAttribute> partitionKey = key(fields.fields("partitionKey"));
        Optional<KeyAttribute> sortKey = fields.node("sortKey").flatMap(node -> key(fields.fields("sortKey")));
        List<String> items =
                fields.items("items").stream().map(EmbeddedJson::read).toList();
        var latency = LatencyFields.read(fields);
        return partitionKey.map(key -> {
            var table = new Table(name, key, sortKey, List.of(), latency);
            return new Table(name, key, sortKey, usable(table, items, fields), latency);
        });
    }

    private static List<String> usable(Table table, List<String> items, Fields fields) {
        var usable = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            Optional<String> flaw = TableService.flaw(table, items.get(i));
            if (flaw.isPresent()) {
                fields.errorInside(
                        List.of("items", Integer.toString(i)),
                        "The item was left out: " + flaw.get() + ". Correct it.");
            } else {
                usable.add(items.get(i));
            }
        }
        return usable;
    }

    private static Optional<KeyAttribute> key(Fields fields) {
        Optional<String> name = fields.requiredText("AttributeName");
        String type = fields.text("AttributeType").orElse("S");
        fields.done();
        if (!List.of("S", "N", "B").contains(type)) {
            fields.error("AttributeType", "\"" + type + "\" is not one of S, N and B.");
            return Optional.empty();
        }
        return name.map(text -> new KeyAttribute(text, type));
    }
}

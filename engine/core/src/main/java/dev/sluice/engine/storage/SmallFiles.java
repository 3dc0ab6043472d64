package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.DomainName.BasePathMapping;
import dev.sluice.engine.definition.VpcLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code api-keys/NAME.json}, {@code domains/NAME.json} and {@code vpc-links/NAME.json}: a few lines each. */
final class SmallFiles {
    private static final int SHORTEST_KEY = 20;
    private static final int LONGEST_KEY = 128;

    /** The last second of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private SmallFiles() {}

    static Mapping write(ApiKey key) {
        var fields = Mapping.builder()
                .put("id", key.id())
                .put("name", key.name())
                .put("value", key.value())
                .put("enabled", key.enabled())
                .putUnlessEmpty("description", key.details().description())
                .putUnlessEmpty("customerId", key.details().customerId());
        if (key.details().createdDate() != 0) {
            fields.put("createdDate", key.details().createdDate());
        }
        if (key.details().lastUpdatedDate() != 0) {
            fields.put("lastUpdatedDate", key.details().lastUpdatedDate());
        }
        return fields.putUnlessEmpty("stageKeys", Node.texts(key.details().stageKeys()))
                .putUnlessEmpty("tags", texts(key.details().tags()))
                .build();
    }

    static Mapping texts(Map<String, String> texts) {
        var mapping = Mapping.builder();
        texts.forEach(mapping::put);
        return mapping.build();
    }

    private static ApiKey.Details details(Fields fields) {
        return new ApiKey.Details(
                fields.text("description").orElse(""),
                fields.text("customerId").orElse(""),
                fields.whole("createdDate", 0, LAST_SECOND).orElse(0L),
                fields.whole("lastUpdatedDate", 0, LAST_SECOND).orElse(0L),
                fields.textItems("stageKeys"),
                fields.texts("tags"));
    }

    static Optional<ApiKey> readApiKey(Fields fields, References references) {
        Optional<String> id = fields.requiredText("id");
        Optional<String> name = fields.requiredText("name");
        Optional<String> value = fields.requiredText("value");
        boolean enabled = fields.flag("enabled").orElse(true);
        ApiKey.Details details = details(fields);
        fields.done();
        value.filter(text -> text.length() < SHORTEST_KEY || text.length() > LONGEST_KEY)
                .ifPresent(text -> fields.warning(
                        "value",
                        "AWS takes key values of " + SHORTEST_KEY + " to " + LONGEST_KEY + " characters; this one has "
                                + text.length() + "."));
        if (id.isEmpty() || name.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        references.apiKey(fields, id.get(), value.get());
        return Optional.of(new ApiKey(id.get(), name.get(), value.get(), enabled, details));
    }

    static Mapping write(DomainName domain) {
        var mappings = new ArrayList<Mapping>();
        for (BasePathMapping mapping : domain.basePathMappings()) {
            mappings.add(Mapping.builder()
                    .put("basePath", mapping.basePath())
                    .put("restApiId", mapping.restApiId())
                    .put("stage", mapping.stage())
                    .build());
        }
        return Mapping.builder()
                .put("domainName", domain.domainName())
                .put("basePathMappings", Node.sequence(mappings))
                .putUnlessEmpty("settings", texts(domain.settings()))
                .putUnlessEmpty("tags", texts(domain.tags()))
                .build();
    }

    static Optional<DomainName> readDomainName(Fields fields, References references) {
        Optional<String> name = fields.requiredText("domainName");
        var mappings = new ArrayList<BasePathMapping>();
        for (Fields item : fields.fieldItems("basePathMappings")) {
            String basePath =
                    item.text("basePath").filter(text -> !text.isEmpty()).orElse(BasePathMapping.NONE);
            Optional<String> apiId = item.requiredText("restApiId");
            Optional<String> stage = item.requiredText("stage");
            item.done();
            if (apiId.isPresent() && stage.isPresent()) {
                references.stage(item, "restApiId", apiId.get(), "stage", stage.get());
                mappings.add(new BasePathMapping(basePath, apiId.get(), stage.get()));
            }
        }
        Map<String, String> settings = fields.texts("settings");
        Map<String, String> tags = fields.texts("tags");
        fields.done();
        return name.map(text -> new DomainName(text, List.copyOf(mappings), settings, tags));
    }

    static Mapping write(VpcLink link) {
        return Mapping.builder()
                .put("id", link.id())
                .put("name", link.name())
                .put("targetGroup", link.targetGroup())
                .putUnlessEmpty("description", link.description())
                .putUnlessEmpty("targetArns", Node.texts(link.targetArns()))
                .putUnlessEmpty("tags", texts(link.tags()))
                .build();
    }

    static Optional<VpcLink> readVpcLink(Fields fields, References references) {
        Optional<String> id = fields.requiredText("id");
        Optional<String> name = fields.requiredText("name");
        Optional<String> targetGroup = fields.requiredText("targetGroup");
        String description = fields.text("description").orElse("");
        List<String> targetArns = fields.textItems("targetArns");
        Map<String, String> tags = fields.texts("tags");
        fields.done();
        if (id.isEmpty() || name.isEmpty() || targetGroup.isEmpty()) {
            return Optional.empty();
        }
        references.targetGroup(fields, targetGroup.get());
        return Optional.of(new VpcLink(id.get(), name.get(), targetGroup.get(), description, targetArns, tags));
    }
}

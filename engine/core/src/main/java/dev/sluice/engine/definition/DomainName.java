package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;

/**
 * A custom domain and the base paths that lead from it to stages; the longest matching base path wins.
 *
 * @param settings what AWS keeps of a domain and requests here never meet, certificates for example, by the path that
 *     patches it without its first slash
 */
public record DomainName(
        String domainName,
        List<BasePathMapping> basePathMappings,
        Map<String, String> settings,
        Map<String, String> tags) {
    public DomainName {
        basePathMappings = List.copyOf(basePathMappings);
        settings = Ordered.copyOf(settings);
        tags = Ordered.copyOf(tags);
    }

    /** A domain of which AWS's clients know nothing more. */
    public DomainName(String domainName, List<BasePathMapping> basePathMappings) {
        this(domainName, basePathMappings, Map.of(), Map.of());
    }

    public DomainName withSettings(Map<String, String> newSettings) {
        return new DomainName(domainName, basePathMappings, newSettings, tags);
    }

    public DomainName withTags(Map<String, String> newTags) {
        return new DomainName(domainName, basePathMappings, settings, newTags);
    }

    public DomainName withBasePathMappings(List<BasePathMapping> newMappings) {
        return new DomainName(domainName, newMappings, settings, tags);
    }

    /** @param basePath whole path segments without a leading slash; {@code (none)} takes what no other takes */
    public record BasePathMapping(String basePath, String restApiId, String stage) {
        public static final String NONE = "(none)";
    }
}

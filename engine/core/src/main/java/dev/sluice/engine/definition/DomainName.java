package dev.sluice.engine.definition;

import java.util.List;

/** A custom domain and the base paths that lead from it to stages; the longest matching base path wins. */
public record DomainName(String domainName, List<BasePathMapping> basePathMappings) {
    public DomainName {
        basePathMappings = List.copyOf(basePathMappings);
    }

    public DomainName withBasePathMappings(List<BasePathMapping> newMappings) {
        return new DomainName(domainName, newMappings);
    }

    /** @param basePath whole path segments without a leading slash; {@code (none)} takes what no other takes */
    public record BasePathMapping(String basePath, String restApiId, String stage) {
        public static final String NONE = "(none)";
    }
}

package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/** Method request to integration request: parameter mapping, template or passthrough, overrides. */
public final class MapRequest implements Stop {
    private final MappingTemplates templates;

    public MapRequest(MappingTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        return exchange.method().integration().mapRequest(exchange, templates);
    }
}

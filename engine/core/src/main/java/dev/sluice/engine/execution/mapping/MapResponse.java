package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;

/** Integration response to method response: selection, header mapping, template, overrides. */
public final class MapResponse implements Stop {
    private final MappingTemplates templates;

    public MapResponse(MappingTemplates templates) {
        this.templates = templates;
    }

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        Verdict verdict = exchange.method().integration().mapResponse(exchange, templates);
        if (verdict instanceof Verdict.Go) {
            exchange.methodResponse().noteIn(exchange, nowNanos);
        }
        return verdict;
    }
}

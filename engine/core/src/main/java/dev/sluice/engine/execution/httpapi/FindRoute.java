package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.BehaviourProfile.TrailingSlash;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.serving.RouteTree.Match;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.journal.Cause;
import java.util.Optional;

/**
 * Path and HTTP method to route; none is 404. A preflight that no route takes is answered from the API's CORS
 * configuration. A route that takes OPTIONS, {@code $default} too, goes first: AWS's page on CORS advises to add an
 * open {@code OPTIONS /{proxy+}} beside a {@code $default} route with an authorizer.
 */
public final class FindRoute implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        HttpApiVisit visit = exchange.httpApi();
        HttpApiStage stage = visit.stage();
        HttpRequest request = exchange.request();
        String path = visit.address().path();
        boolean slashIgnored = stage.profile().trailingSlash() == TrailingSlash.IGNORED;
        Optional<Match<ServedRoute>> match = stage.routes().find(path, request.method(), slashIgnored);
        if (match.isPresent()) {
            visit.found(match.get());
            return Verdict.GO;
        }
        return stage.cors().isPresent() && ServedCors.isPreflight(request)
                ? new Verdict.Answer(ServedCors.preflight())
                : HttpApiRefusal.notFound(new Cause.NoSuchMethod(request.method(), path));
    }
}

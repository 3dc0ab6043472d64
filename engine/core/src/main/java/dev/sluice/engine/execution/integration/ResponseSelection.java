package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.execution.mapping.LinearPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The integration responses of a method, ready to choose from (data-plane section 10.5). A selection pattern must match
 * the whole text; the response without one is the default. A pattern that cannot be used matches nothing.
 */
public final class ResponseSelection {
    private final List<Candidate> candidates;
    private final Optional<IntegrationResponse> byDefault;
    private final List<String> problems;

    private ResponseSelection(
            List<Candidate> candidates, Optional<IntegrationResponse> byDefault, List<String> problems) {
        this.candidates = candidates;
        this.byDefault = byDefault;
        this.problems = problems;
    }

    public static ResponseSelection of(List<IntegrationResponse> responses) {
        var candidates = new ArrayList<Candidate>();
        var problems = new ArrayList<String>();
        IntegrationResponse byDefault = null;
        for (IntegrationResponse response : responses) {
            String pattern = response.selectionPattern().orElse("");
            if (pattern.isEmpty()) {
                byDefault = byDefault == null ? response : byDefault;
                continue;
            }
            try {
                candidates.add(new Candidate(LinearPattern.of(pattern), response));
            } catch (LinearPattern.BadPattern e) {
                problems.add(
                        "Selection pattern of integration response " + response.statusCode() + ": " + e.getMessage());
            }
        }
        return new ResponseSelection(List.copyOf(candidates), Optional.ofNullable(byDefault), List.copyOf(problems));
    }

    /**
     * The response for an endpoint's status, the status of a MOCK, or the message of a function that failed. Of several
     * that match, the one whose own status code is the text (measured for MOCK); else the first in the author's order.
     *
     * @return none if nothing matches and there is no default
     */
    public Optional<IntegrationResponse> choose(String text) {
        IntegrationResponse first = null;
        for (Candidate candidate : candidates) {
            if (candidate.pattern.matches(text)) {
                if (candidate.response.statusCode().equals(text)) {
                    return Optional.of(candidate.response);
                }
                first = first == null ? candidate.response : first;
            }
        }
        return first == null ? byDefault : Optional.of(first);
    }

    /** The response without a selection pattern. */
    public Optional<IntegrationResponse> byDefault() {
        return byDefault;
    }

    /** Sentences about patterns that cannot be used. */
    public List<String> problems() {
        return problems;
    }

    private record Candidate(LinearPattern pattern, IntegrationResponse response) {}
}

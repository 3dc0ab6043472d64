package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Authorizer.Type;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.function.InvokedFunction;
import dev.sluice.engine.execution.integration.StageVariableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that decides, ready for a stage: whom it asks for, what it is called with, how long its answer is good.
 */
final class LambdaAuthorizer {
    /** How long a function may think, in nanoseconds: 29 s, the limit of a REST API (data-plane section 8.1). */
    static final long TIMEOUT_NANOS = 29_000_000_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Authorizer authorizer;
    private final InvokedFunction function;
    private final List<IdentitySource> sources;
    private final Optional<ValidationExpression> validation;

    LambdaAuthorizer(Authorizer authorizer, Map<String, String> variables, Workspace workspace) {
        this.authorizer = authorizer;
        function = InvokedFunction.of(StageVariableText.filled(authorizer.authorizerUri(), variables), workspace);
        sources = IdentitySource.all(authorizer.identitySource().orElse(""));
        validation = authorizer
                .identityValidationExpression()
                .filter(text -> authorizer.type() == Type.TOKEN)
                .map(ValidationExpression::of);
    }

    Authorizer definition() {
        return authorizer;
    }

    InvokedFunction function() {
        return function;
    }

    boolean isToken() {
        return authorizer.type() == Type.TOKEN;
    }

    /**
     * The values of the identity sources, in order; empty if one that is needed is missing: always for a token, only
     * while answers are kept for a request.
     */
    Optional<List<String>> identity(Exchange exchange) {
        var values = new ArrayList<String>(sources.size());
        for (IdentitySource source : sources) {
            Optional<String> value = source.value(exchange);
            if (value.isPresent()) {
                values.add(value.get());
            } else if (isToken() || authorizer.resultTtlInSeconds() > 0) {
                return Optional.empty();
            }
        }
        return isToken() && values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** Whether a token is worth asking the function about. */
    boolean isPlausible(List<String> identity) {
        return validation.isEmpty() || validation.get().matches(identity.getFirst());
    }

    /** Under what an answer is kept; empty if it is not kept. Without an identity there is nothing to know it by. */
    Optional<AuthorizerResults.Key> cacheKey(Exchange exchange, List<String> identity) {
        return authorizer.resultTtlInSeconds() == 0 || identity.isEmpty()
                ? Optional.empty()
                : Optional.of(AuthorizerResults.Key.of(
                        exchange.stage().apiId(), exchange.stage().stageName(), authorizer.id(), identity));
    }

    long expiresNanos(long nowNanos) {
        return nowNanos + authorizer.resultTtlInSeconds() * NANOS_PER_SECOND;
    }
}

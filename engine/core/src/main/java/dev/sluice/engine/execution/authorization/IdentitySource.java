package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an authorizer finds who is calling, as in {@code method.request.header.Authorization}. */
public sealed interface IdentitySource {
    /** A header, whatever the case of its name: the last value counts. */
    record Header(String name) implements IdentitySource {}

    /** A query string parameter: the last value counts. */
    record QueryString(String name) implements IdentitySource {}

    record StageVariable(String name) implements IdentitySource {}

    /** @param dottedName as in {@code identity.sourceIp} */
    record ContextVariable(String dottedName) implements IdentitySource {}

    /** The sources of a list with commas; one that is none is left out. */
    static List<IdentitySource> all(String list) {
        var sources = new ArrayList<IdentitySource>();
        for (String expression : list.split(",")) {
            of(expression.strip()).ifPresent(sources::add);
        }
        return List.copyOf(sources);
    }

    /** The source that an expression means; empty if it means none. */
    static Optional<IdentitySource> of(String expression) {
        return after("method.request.header.", expression)
                .<IdentitySource>map(Header::new)
                .or(() -> after("method.request.querystring.", expression).map(QueryString::new))
                .or(() -> after("stageVariables.", expression).map(StageVariable::new))
                .or(() -> after("context.", expression).map(ContextVariable::new));
    }

    private static Optional<String> after(String prefix, String expression) {
        return expression.startsWith(prefix) && expression.length() > prefix.length()
                ? Optional.of(expression.substring(prefix.length()))
                : Optional.empty();
    }

    /** The value in this request; an empty one counts as none. */
    default Optional<String> value(Exchange exchange) {
        Optional<String> value = switch (this) {
            case Header(String name) -> exchange.request().headers().last(name);
            case QueryString(String name) -> exchange.query().last(name);
            case StageVariable(String name) ->
                Optional.ofNullable(exchange.stage().variables().get(name));
            case ContextVariable(String name) ->
                Optional.ofNullable(at(exchange.context().asMap(), name)).map(String::valueOf);
        };
        return value.filter(text -> !text.isEmpty());
    }

    private static @Nullable Object at(Map<String, Object> context, String dottedName) {
        Object value = context;
        for (String name : dottedName.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}

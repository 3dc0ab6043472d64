package dev.sluice.engine.execution.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapped parameter takes its value from, as in {@code method.request.querystring.id} or {@code 'static'}
 * (data-plane section 10.4). Parsed once, when the API is deployed.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html">Data
 *     mapping reference</a>
 */
public sealed interface ParameterSource {
    /** The value for one message. */
    Resolved resolve(MappingFacts facts);

    /**
     * A source of a request: {@code method.request.…}, {@code stageVariables.…}, {@code context.…}, {@code 'static'}.
     */
    static Parsed ofRequest(String expression) {
        return ParameterSourceReader.read(expression, "method.request.");
    }

    /** A source of a response: {@code integration.response.…} and those that need no message. */
    static Parsed ofResponse(String expression) {
        return ParameterSourceReader.read(expression, "integration.response.");
    }

    /** A text in single quotes. */
    record Static(String value) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            return new Resolved.Present(value);
        }
    }

    /** The last value of a header, its name compared with case. */
    record Header(String name) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            return last(facts.header(name));
        }
    }

    /** All values of a header, joined by commas. */
    record MultiValueHeader(String name) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            return joined(facts.header(name));
        }
    }

    /** The last value of a query string parameter. */
    record QueryStringParameter(String name) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            return last(facts.queryString(name));
        }
    }

    /** All values of a query string parameter: a query string repeats it, elsewhere they are joined by commas. */
    record MultiValueQueryStringParameter(String name) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            List<String> values = facts.queryString(name);
            return values.size() > 1 ? new Resolved.Several(values) : last(values);
        }
    }

    record PathParameter(String name) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            return Resolved.of(facts.pathParameter(name));
        }
    }

    /**
     * The whole body as text. An empty one is {@code {}}, and one that begins like JSON must be JSON although it is not
     * read into (both validated against AWS by LocalStack's tests of the parameter mapping).
     */
    record WholeBody() implements ParameterSource {
        private static final Resolved EMPTY = new Resolved.Present("{}");

        @Override
        public Resolved resolve(MappingFacts facts) {
            if (facts.body().isEmpty()) {
                return EMPTY;
            }
            return facts.parsedBody() instanceof MappingFacts.ParsedBody.Invalid invalid
                    ? new Resolved.InvalidBody(invalid.detail())
                    : new Resolved.Present(facts.body().utf8());
        }
    }

    /**
     * A part of the body: its text, or compact JSON if it is an object or a list.
     *
     * @param jsonPath beginning with {@code $}
     */
    record BodyPart(String jsonPath) implements ParameterSource {
        private static final String ERROR_MESSAGE = "$.errorMessage";

        @Override
        public Resolved resolve(MappingFacts facts) {
            return switch (facts.parsedBody()) {
                case MappingFacts.ParsedBody.Invalid invalid -> new Resolved.InvalidBody(invalid.detail());
                case MappingFacts.ParsedBody.Value body -> find(body.value());
            };
        }

        private Resolved find(@Nullable Object body) {
            Optional<JsonPaths.Found> found = JsonPaths.read(body, jsonPath);
            if (found.isPresent()) {
                return Resolved.of(text(found.get().value()));
            }
            return jsonPath.startsWith(ERROR_MESSAGE + ".") ? findInErrorMessage(body) : Resolved.ABSENT;
        }

        /** A function's error message is often JSON in a text: AWS reads into it (documented). */
        private Resolved findInErrorMessage(@Nullable Object body) {
            Object message = JsonPaths.read(body, ERROR_MESSAGE)
                    .map(found -> text(found.value()))
                    .orElse("");
            if (!(message instanceof String text) || !JsonText.looksLikeJson(text)) {
                return Resolved.ABSENT;
            }
            try {
                return JsonPaths.read(JsonText.parse(text), "$" + jsonPath.substring(ERROR_MESSAGE.length()))
                        .map(found -> Resolved.of(text(found.value())))
                        .orElse(Resolved.ABSENT);
            } catch (JsonText.NotJson e) {
                return Resolved.ABSENT;
            }
        }
    }

    record StageVariable(String name) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            return Resolved.of(facts.stageVariable(name));
        }
    }

    /** @param dottedName as in {@code identity.sourceIp} */
    record ContextVariable(String dottedName) implements ParameterSource {
        @Override
        public Resolved resolve(MappingFacts facts) {
            return Resolved.of(text(facts.context(dottedName)));
        }
    }

    private static Resolved last(List<String> values) {
        return values.isEmpty() ? Resolved.ABSENT : new Resolved.Present(values.getLast());
    }

    private static Resolved joined(List<String> values) {
        return values.isEmpty() ? Resolved.ABSENT : new Resolved.Present(String.join(",", values));
    }

    /** The text of a value: compact JSON for objects and lists, none for null. */
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Map<?, ?> map -> TemplateText.json(map, new Budget());
            case List<?> list -> TemplateText.json(list, new Budget());
            default -> value.toString();
        };
    }

    /** An expression, read. */
    sealed interface Parsed {
        record Source(ParameterSource source) implements Parsed {}

        /** @param sentence what is wrong with it, for its author */
        record Wrong(String sentence) implements Parsed {}
    }

    /** A value, or why there is none. */
    sealed interface Resolved {
        Resolved ABSENT = new Absent();

        record Present(String value) implements Resolved {}

        /** Two values or more, in order. */
        record Several(List<String> values) implements Resolved {}

        /** The source has no value: nothing is sent. */
        record Absent() implements Resolved {}

        /** The body begins like JSON but is not: 400 for a request, 500 for a response. */
        record InvalidBody(String detail) implements Resolved {}

        /** The value, if there is one; several are joined by commas. */
        default Optional<String> text() {
            return switch (this) {
                case Present(String value) -> Optional.of(value);
                case Several(List<String> values) -> Optional.of(String.join(",", values));
                case Absent() -> Optional.empty();
                case InvalidBody(String detail) -> Optional.empty();
            };
        }

        private static Resolved of(@Nullable String value) {
            return value == null ? ABSENT : new Present(value);
        }
    }
}

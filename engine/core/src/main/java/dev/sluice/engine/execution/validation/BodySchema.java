package dev.sluice.engine.execution.validation;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.resource.SchemaLoader;
import dev.sluice.engine.http.Body;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as bodies meet it: JSON Schema draft 4, compiled once.
 *
 * <p>Bounds of one check: bodies nested {@value #DEEPEST_BODY} deep, {@value #DEEPEST_SCHEMA} schemas within each
 * other, {@value #MOST_STEPS} keywords looked at, and the work of {@link SchemaPatterns}. A body that needs more does
 * not fit.
 */
public final class BodySchema {
    private static final int DEEPEST_BODY = 200;
    private static final int DEEPEST_SCHEMA = 700;
    private static final long MOST_STEPS = 3_000_000;

    /** What AWS's log says of a body that is no JSON (captured). */
    private static final List<String> NO_JSON = List.of("Unknown error parsing request body");

    private static final List<String> TOO_MUCH_WORK =
            List.of("the request body or its model is too large to be checked");

    private static final Body NOTHING = Body.utf8("{}");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_BODY)
                            .maxStringLength(Body.LARGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ExecutionConfig BOUNDS = ExecutionConfig.builder()
            .formatAssertionsEnabled(true)
            .maxEvaluationSteps(MOST_STEPS)
            .maxEvaluationDepth(DEEPEST_SCHEMA)
            .build();

    private static final Dialect DRAFT_4 =
            Dialect.builder(Dialects.getDraft4()).keyword(new UniqueItems()).build();

    /** Knows no place to load from: a document comes with all it refers to. */
    private static final SchemaLoader NOWHERE = new SchemaLoader(List.of(), List.of(iri -> {
        throw new SchemaException("Nothing is fetched: " + iri);
    }));

    private final Supplier<JsonNode> document;
    private volatile @Nullable Schema compiled;

    /** @param document a whole schema document, asked for once and when a body comes */
    BodySchema(Supplier<JsonNode> document) {
        this.document = document;
    }

    /** Why the body does not fit, in AWS's words; empty if it fits. An absent body counts as {@code {}} (recorded). */
    public List<String> reasonsAgainst(Body body) {
        boolean absent = body.isEmpty();
        try {
            JsonNode instance = JSON.readTree((absent ? NOTHING : body).bytes());
            if (instance.isMissingNode()) {
                return NO_JSON;
            }
            List<Error> errors = errors(instance);
            if (errors.isEmpty()) {
                return List.of();
            }
            return absent ? NO_JSON : new SchemaErrors(document.get(), instance).words(errors);
        } catch (JacksonException e) {
            return NO_JSON;
        } catch (ValidationLimitExceededException | SchemaPatterns.TooMuchWork e) {
            return TOO_MUCH_WORK;
        } catch (SchemaException e) {
            // A reference into nothing is found only now.
            return List.of("The model cannot be used: " + e.getMessage());
        }
    }

    private List<Error> errors(JsonNode instance) {
        Schema schema = schema();
        ExecutionContext context = schema.createExecutionContext();
        context.setExecutionConfig(BOUNDS);
        SchemaPatterns.startCounting();
        schema.validate(context, instance);
        return context.getErrors();
    }

    private Schema schema() {
        Schema known = compiled;
        if (known == null) {
            known = compile(document.get());
            compiled = known;
        }
        return known;
    }

    private static Schema compile(JsonNode document) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(new SchemaPatterns())
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                DRAFT_4,
                builder -> builder.schemaRegistryConfig(config)
                        .schemaLoader(NOWHERE)
                        .schemaCacheEnabled(false));
        Schema schema = registry.getSchema(SchemaLocation.of("urn:models"), document);
        schema.initializeValidators();
        return schema;
    }
}

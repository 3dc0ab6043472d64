package dev.sluice.engine.backend.table;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.definition.ServiceBackend.KeyAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A KeyConditionExpression: the partition key equals a value, and perhaps a condition on the sort key.
 *
 * @param sort true for the sort keys that are wanted
 */
record KeyCondition(KeyValue partition, Predicate<KeyValue> sort) {
    private static final Pattern TOKEN = Pattern.compile("\\s*([A-Za-z0-9_.:#-]+|<=|>=|=|<|>|\\(|\\)|,)");
    private static final int MOST_CHARACTERS = 4_096;

    /** @throws ServiceException {@code ValidationException} if it is no such condition */
    static KeyCondition read(ObjectNode query, KeyAttribute partitionKey, Optional<KeyAttribute> sortKey) {
        return new Reader(query, partitionKey, sortKey).condition();
    }

    private static final class Reader {
        private final ObjectNode query;
        private final KeyAttribute partitionKey;
        private final Optional<KeyAttribute> sortKey;
        private final List<String> tokens;
        private int at;
        private Optional<KeyValue> partition = Optional.empty();
        private Predicate<KeyValue> sort = key -> true;

        Reader(ObjectNode query, KeyAttribute partitionKey, Optional<KeyAttribute> sortKey) {
            this.query = query;
            this.partitionKey = partitionKey;
            this.sortKey = sortKey;
            tokens = tokens(Json.text(query, "KeyConditionExpression"));
        }

        private static List<String> tokens(String expression) {
            if (expression.isEmpty() || expression.length() > MOST_CHARACTERS) {
                throw invalid("Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
                        + " request.");
            }
            var tokens = new ArrayList<String>();
            Matcher matcher = TOKEN.matcher(expression);
            int end = 0;
            while (matcher.find() && matcher.start() == end) {
                tokens.add(matcher.group(1));
                end = matcher.end();
            }
            if (!expression.substring(end).isBlank()) {
                throw invalid("Invalid KeyConditionExpression: Syntax error; token: \""
                        + expression.substring(end).strip() + "\"");
            }
            return tokens;
        }

        KeyCondition condition() {
            term();
            while (at < tokens.size()) {
                expect("AND");
                term();
            }
            return new KeyCondition(
                    partition.orElseThrow(() ->
                            invalid("Query condition missed key schema element: " + partitionKey.attributeName())),
                    sort);
        }

        private void term() {
            if (peek().equals("(")) {
                at++;
                term();
                expect(")");
            } else if (peek().equalsIgnoreCase("begins_with")) {
                at++;
                expect("(");
                KeyAttribute key = sortKey(name());
                expect(",");
                KeyValue beginning = value(key);
                expect(")");
                narrow(found -> found.startsWith(beginning));
            } else {
                comparison(name());
            }
        }

        private void comparison(String name) {
            String operator = next();
            if (name.equals(partitionKey.attributeName())) {
                if (!operator.equals("=")) {
                    throw invalid("Query key condition not supported");
                }
                partition = Optional.of(value(partitionKey));
                return;
            }
            KeyAttribute key = sortKey(name);
            KeyValue value = value(key);
            switch (operator) {
                case "=" -> narrow(found -> found.compareTo(value) == 0);
                case "<" -> narrow(found -> found.compareTo(value) < 0);
                case "<=" -> narrow(found -> found.compareTo(value) <= 0);
                case ">" -> narrow(found -> found.compareTo(value) > 0);
                case ">=" -> narrow(found -> found.compareTo(value) >= 0);
                default -> between(operator, key, value);
            }
        }

        private void between(String operator, KeyAttribute key, KeyValue least) {
            if (!operator.equalsIgnoreCase("BETWEEN")) {
                throw invalid("Invalid KeyConditionExpression: Syntax error; token: \"" + operator + "\"");
            }
            expect("AND");
            KeyValue most = value(key);
            narrow(found -> found.compareTo(least) >= 0 && found.compareTo(most) <= 0);
        }

        private void narrow(Predicate<KeyValue> condition) {
            sort = sort.and(condition);
        }

        private KeyAttribute sortKey(String name) {
            return sortKey.filter(key -> key.attributeName().equals(name))
                    .orElseThrow(() -> invalid("Query condition missed key schema element: " + name));
        }

        private String name() {
            String name = next();
            return name.startsWith("#") ? Json.text(query.path("ExpressionAttributeNames"), name) : name;
        }

        private KeyValue value(KeyAttribute key) {
            String placeholder = next();
            JsonNode value = query.path("ExpressionAttributeValues").path(placeholder);
            if (value.isMissingNode()) {
                throw invalid("Invalid KeyConditionExpression: An expression attribute value used in expression is not"
                        + " defined; attribute value: " + placeholder);
            }
            return KeyValue.read(key, value);
        }

        private String peek() {
            return at < tokens.size() ? tokens.get(at) : "";
        }

        private String next() {
            String token = peek();
            at++;
            return token;
        }

        private void expect(String token) {
            if (!next().equalsIgnoreCase(token)) {
                throw invalid("Invalid KeyConditionExpression: Syntax error; \"" + token + "\" expected");
            }
        }
    }

    private static ServiceException invalid(String message) {
        return ServiceException.of("ValidationException", message);
    }
}

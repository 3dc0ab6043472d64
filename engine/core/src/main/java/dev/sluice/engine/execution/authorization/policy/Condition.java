package dev.sluice.engine.execution.authorization.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One operator on one key: it holds if the key's value fits one of the values given, or none of them where the operator
 * says Not.
 *
 * @param operator the operator's test of one value
 * @param key in lower case
 * @param whenAbsent what holds if the request has no such key
 */
record Condition(Operator operator, String key, List<Operator.Test> tests, boolean whenAbsent) {
    private static final String IF_EXISTS = "IfExists";
    private static final String FOR_ALL = "ForAllValues:";
    private static final String FOR_ANY = "ForAnyValue:";

    static List<Condition> read(JsonNode conditions) throws BadPolicy {
        var read = new ArrayList<Condition>();
        if (conditions.isMissingNode()) {
            return read;
        }
        if (!conditions.isObject()) {
            throw new BadPolicy("A Condition is an object of operators.");
        }
        for (Map.Entry<String, JsonNode> byOperator : conditions.properties()) {
            if (!byOperator.getValue().isObject() || byOperator.getValue().isEmpty()) {
                throw new BadPolicy("The operator " + byOperator.getKey() + " needs an object of keys and values.");
            }
            for (Map.Entry<String, JsonNode> byKey : byOperator.getValue().properties()) {
                read.add(read(byOperator.getKey(), byKey.getKey(), byKey.getValue()));
            }
        }
        return List.copyOf(read);
    }

    private static Condition read(String spelled, String key, JsonNode values) throws BadPolicy {
        boolean forAll = spelled.startsWith(FOR_ALL);
        boolean forAny = spelled.startsWith(FOR_ANY);
        boolean ifExists = spelled.endsWith(IF_EXISTS);
        String name = spelled.substring(
                forAll ? FOR_ALL.length() : forAny ? FOR_ANY.length() : 0,
                spelled.length() - (ifExists ? IF_EXISTS.length() : 0));
        Operator operator = Operator.named(name)
                .orElseThrow(() -> new BadPolicy("The condition operator \"" + spelled + "\" is not known."));
        if (operator == Operator.NULL && (forAll || forAny || ifExists)) {
            throw new BadPolicy("The condition operator Null stands alone, not as \"" + spelled + "\".");
        }
        var tests = new ArrayList<Operator.Test>();
        for (String value : Elements.texts(values, key)) {
            tests.add(operator.test(value));
        }
        boolean whenAbsent = ifExists || forAll || operator.negated() && !forAny;
        return new Condition(operator, key.toLowerCase(Locale.ROOT), List.copyOf(tests), whenAbsent);
    }

    boolean holds(AccessRequest request) {
        Optional<String> value = request.value(key);
        if (operator == Operator.NULL) {
            String absent = Boolean.toString(value.isEmpty());
            return tests.stream().anyMatch(test -> test.fits(absent, request));
        }
        if (value.isEmpty()) {
            return whenAbsent;
        }
        for (Operator.Test test : tests) {
            if (test.fits(value.get(), request)) {
                return !operator.negated();
            }
        }
        return operator.negated();
    }
}

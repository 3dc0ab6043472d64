package dev.sluice.engine.backend.table;

import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.definition.ServiceBackend.KeyAttribute;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * The value of a key attribute, in DynamoDB's order: numbers by value, texts and base64 by their characters.
 *
 * @param number zero unless the type is {@code N}
 */
record KeyValue(String type, String text, BigDecimal number) implements Comparable<KeyValue> {
    private static final int MOST_CHARACTERS = 2_048;

    /** @throws ServiceException {@code ValidationException} if the item has no such key of the right type */
    static KeyValue of(KeyAttribute attribute, JsonNode item) {
        JsonNode value = item.path(attribute.attributeName());
        if (value.isMissingNode()) {
            throw invalid("One of the required keys was not given a value");
        }
        return read(attribute, value);
    }

    static KeyValue read(KeyAttribute attribute, JsonNode value) {
        JsonNode text = value.path(attribute.attributeType());
        if (!text.isString()) {
            throw invalid("One or more parameter values were invalid: Type mismatch for key "
                    + attribute.attributeName() + " expected: " + attribute.attributeType());
        }
        if (text.stringValue().isEmpty() || text.stringValue().length() > MOST_CHARACTERS) {
            throw invalid("One or more parameter values are not valid. The key attribute " + attribute.attributeName()
                    + " must have 1 to " + MOST_CHARACTERS + " characters.");
        }
        return new KeyValue(attribute.attributeType(), text.stringValue(), number(attribute, text.stringValue()));
    }

    private static BigDecimal number(KeyAttribute attribute, String text) {
        if (!attribute.attributeType().equals("N")) {
            return BigDecimal.ZERO;
        }
        try {
            if (text.length() <= 60) {
                return new BigDecimal(text).stripTrailingZeros();
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid("A value provided cannot be converted into a number");
    }

    boolean startsWith(KeyValue beginning) {
        return text.startsWith(beginning.text);
    }

    @Override
    public int compareTo(KeyValue other) {
        int byNumber = number.compareTo(other.number);
        return byNumber != 0 || type.equals("N") ? byNumber : text.compareTo(other.text);
    }

    private static ServiceException invalid(String message) {
        return ServiceException.of("ValidationException", message);
    }
}

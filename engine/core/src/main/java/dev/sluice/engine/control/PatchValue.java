package dev.sluice.engine.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Reads the value of a patch operation, which is always text. The words of its errors are not recorded: they name the
 * value and what would do.
 */
public final class PatchValue {
    private static final int MOST_DECIMALS = 9;
    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private PatchValue() {}

    /** The text, which may be empty; a missing one is an error. */
    public static String text(PatchOperation operation) {
        return operation.value().orElseThrow(() -> wrong(operation, "a value"));
    }

    public static boolean flag(PatchOperation operation) {
        return switch (text(operation)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(operation, "true or false");
        };
    }

    /** A whole number from 0 to {@code most}. */
    public static int whole(PatchOperation operation, int most) {
        BigDecimal number = decimal(operation);
        try {
            int whole = number.intValueExact();
            if (whole <= most) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // no whole number, or too large: the same error
        }
        throw wrong(operation, "a whole number from 0 to " + most);
    }

    /** A number from 0 to a thousand million, to nine decimals: as finely as limits are kept. */
    public static BigDecimal decimal(PatchOperation operation) {
        String text = text(operation);
        if (text.length() <= LONGEST_NUMBER) {
            try {
                return kept(new BigDecimal(text)).orElseThrow(() -> wrong(operation, "a number from 0 to " + MOST));
            } catch (NumberFormatException e) {
                // no number: the same error as for one out of bounds
            }
        }
        throw wrong(operation, "a number from 0 to " + MOST);
    }

    /** A limit as it is kept, to nine decimals without zeros at the end; absent if it is out of bounds. */
    public static Optional<BigDecimal> kept(BigDecimal number) {
        if (number.signum() < 0 || number.precision() - (long) number.scale() > 10 || number.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        BigDecimal rounded =
                number.scale() > MOST_DECIMALS ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : number;
        BigDecimal shortest = rounded.stripTrailingZeros();
        return Optional.of(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }

    private static ControlException wrong(PatchOperation operation, String expected) {
        return ControlException.badRequest(
                "Invalid patch value  '" + operation.value().orElse("null") + "' specified for path '"
                        + operation.path().orElse("null") + "'. Must be " + expected);
    }
}

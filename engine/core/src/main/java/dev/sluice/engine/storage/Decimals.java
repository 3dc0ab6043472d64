package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers with a fraction in files. */
final class Decimals {
    private Decimals() {}

    /** Takes a member that is a number from {@code least} to {@code most}; anything else is a problem. */
    static Optional<Double> read(Fields fields, String name, double least, double most) {
        Optional<Double> number = fields.decimal(name).map(BigDecimal::doubleValue);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            fields.error(
                    name,
                    "\"" + name + "\" is " + number.get() + " but must be from " + shortest(least) + " to "
                            + shortest(most) + ".");
            return Optional.empty();
        }
        return number;
    }

    /** The number as it is best written: 31000 and not 31000.0. */
    static Number shortest(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        if (whole) {
            return (long) number;
        }
        return number;
    }
}

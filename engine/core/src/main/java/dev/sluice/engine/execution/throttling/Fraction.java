package dev.sluice.engine.execution.throttling;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A positive fraction in lowest terms, of any size. */
record Fraction(BigInteger numerator, BigInteger denominator) {
    Fraction {
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Fraction of(BigDecimal decimal) {
        BigInteger scale = BigInteger.TEN.pow(Math.abs(decimal.scale()));
        return decimal.scale() >= 0
                ? new Fraction(decimal.unscaledValue(), scale)
                : new Fraction(decimal.unscaledValue().multiply(scale), BigInteger.ONE);
    }

    Fraction times(BigInteger factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    Fraction dividedBy(BigInteger divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    /**
     * This fraction if its denominator is small enough, else the last convergent of its continued fraction whose is.
     * With p/r that convergent, the difference is less than 1/(r·{@code bound}).
     *
     * @param bound 1 or more
     */
    Fraction withDenominatorAtMost(BigInteger bound) {
        BigInteger dividend = numerator;
        BigInteger divisor = denominator;
        BigInteger numeratorBefore = BigInteger.ZERO;
        BigInteger denominatorBefore = BigInteger.ONE;
        BigInteger convergentNumerator = BigInteger.ONE;
        BigInteger convergentDenominator = BigInteger.ZERO;
        while (divisor.signum() != 0) {
            BigInteger[] division = dividend.divideAndRemainder(divisor);
            BigInteger nextDenominator =
                    division[0].multiply(convergentDenominator).add(denominatorBefore);
            if (nextDenominator.compareTo(bound) > 0) {
                break;
            }
            BigInteger nextNumerator = division[0].multiply(convergentNumerator).add(numeratorBefore);
            numeratorBefore = convergentNumerator;
            denominatorBefore = convergentDenominator;
            convergentNumerator = nextNumerator;
            convergentDenominator = nextDenominator;
            dividend = divisor;
            divisor = division[1];
        }
        return new Fraction(convergentNumerator, convergentDenominator);
    }
}

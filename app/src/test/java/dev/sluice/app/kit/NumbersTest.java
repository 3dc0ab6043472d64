package dev.sluice.app.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void countsHaveThousandsSeparators() {
        assertEquals("1,234,567", Numbers.count(1_234_567));
    }

    @Test
    void durationsChooseTheirUnitAndPrecision() {
        assertEquals("0.04 ms", Numbers.duration(42_000));
        assertEquals("12.4 ms", Numbers.duration(12_400_000));
        assertEquals("1,204 ms", Numbers.duration(1_204_000_000L));
        assertEquals("29.00 s", Numbers.duration(29_000_000_000L));
    }

    @Test
    void bytesChooseTheirUnit() {
        assertEquals("812 B", Numbers.bytes(812));
        assertEquals("4.2 kB", Numbers.bytes(4_200));
        assertEquals("210 MB", Numbers.bytes(210_000_000));
    }

    @Test
    void aRateKeepsTheDecimalsItsAuthorWrote() {
        assertEquals("0.125/s", Numbers.perSecond(new BigDecimal("0.125")));
        assertEquals("10,000/s", Numbers.perSecond(new BigDecimal("10000")));
    }

    @Test
    void noDataIsADash() {
        assertEquals(Numbers.NONE, Numbers.oneDecimal(Double.NaN));
    }
}

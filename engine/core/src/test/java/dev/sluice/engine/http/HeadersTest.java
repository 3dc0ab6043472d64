package dev.sluice.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadersTest {
    private final Headers headers = Headers.of("X-Dup", "1", "accept", "*/*", "x-dup", "2");

    @Test
    void namesAreFoundWhateverTheirCase() {
        assertEquals(Optional.of("*/*"), headers.first("Accept"));
        assertEquals(Optional.empty(), headers.first("Host"));
    }

    @Test
    void repeatedHeadersKeepEveryValueInOrder() {
        assertEquals(List.of("1", "2"), headers.all("X-DUP"));
        assertEquals(Optional.of("1"), headers.first("x-dup"));
        assertEquals(Optional.of("2"), headers.last("X-Dup"));
    }

    @Test
    void lastValuesStandWhereTheirNameCameFirst() {
        assertEquals("[x-dup, accept]", headers.lastValues().keySet().toString());
        assertEquals(Map.of("x-dup", "2", "accept", "*/*"), headers.lastValues());
    }

    @Test
    void settingReplacesAllLinesOfANameInThePlaceOfTheFirst() {
        assertEquals(
                Headers.of("X-Dup", "3", "accept", "*/*"),
                headers.toBuilder().set("X-Dup", "3").build());
    }

    @Test
    void removingTakesEveryLineOfAName() {
        assertEquals(
                Headers.of("accept", "*/*"), headers.toBuilder().remove("x-DUP").build());
    }

    @Test
    void aBuilderGrowsAsFarAsItIsAsked() {
        Headers.Builder builder = Headers.builder();
        for (int i = 0; i < 100; i++) {
            builder.add("n" + i, "v" + i);
        }
        assertEquals(Optional.of("v99"), builder.build().first("N99"));
    }

    @Test
    void aNameWithoutAValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Headers.of("a", "b", "c"));
    }
}

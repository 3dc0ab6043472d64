package dev.sluice.engine.execution.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Query strings as functions and mappings see them (data-plane section 4, recorded). */
class QueryStringTest {
    @Test
    void valuesAreFormDecoded() {
        QueryString query =
                QueryString.of("t=2023-06-12T18:05:10+00:00&email=test%2Balias@gmail.com&w=foo%20bar&u=a/b");
        assertEquals(
                Map.of("t", "2023-06-12T18:05:10 00:00", "email", "test+alias@gmail.com", "w", "foo bar", "u", "a/b"),
                query.lastValues());
    }

    @Test
    void repeatedNamesKeepAllValuesAndTheLastOneCounts() {
        QueryString query = QueryString.of("category=electronics&category=books&price=10");
        assertEquals(List.of("electronics", "books"), query.all("category"));
        assertEquals(Optional.of("books"), query.last("category"));
        assertEquals("[category, price]", query.all().keySet().toString());
    }

    @Test
    void semicolonsSplitAndEmptyPartsAreNothing() {
        assertEquals(
                Map.of("a", List.of("1"), "b", List.of("")),
                QueryString.of("a=1;b&&").all());
        assertTrue(QueryString.of("").isEmpty());
        assertTrue(QueryString.of("&;").isEmpty());
    }

    @Test
    void aWrongPercentEscapeStaysAsItIs() {
        assertEquals(Optional.of("100%"), QueryString.of("a=100%").last("a"));
    }
}

package dev.sluice.engine.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadScenarioTest {
    private static ClientGroup group(String name, double perSecond) {
        var request = new RequestTemplate("GET", "/users", Headers.NONE, Body.EMPTY);
        return new ClientGroup(name, new ArrivalPattern.Constant(perSecond), request, 1_000_000_000);
    }

    @Test
    void itsRateIsThatOfAllGroups() {
        var scenario = new LoadScenario("rush hour", 1, 0, List.of(group("silver", 10), group("gold", 2.5)));
        assertEquals(12.5, scenario.perSecond());
    }

    @Test
    void twoGroupsOfOneNameAreRefused() {
        var groups = List.of(group("silver", 1), group("silver", 2));
        assertThrows(IllegalArgumentException.class, () -> new LoadScenario("x", 1, 0, groups));
    }

    @Test
    void nobodyAndNoTimeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LoadScenario("x", 1, 0, List.of()));
        var groups = List.of(group("silver", 1));
        assertThrows(IllegalArgumentException.class, () -> new LoadScenario("x", 0, 0, groups));
    }

    @ParameterizedTest
    @CsvSource({"'', /", "G T, /", "GET, users", "GET, '/a b'", "'GET\r\nX:', /"})
    void aRequestLineThatCouldNotBeSentIsRefused(String method, String target) {
        assertThrows(
                IllegalArgumentException.class, () -> new RequestTemplate(method, target, Headers.NONE, Body.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({"'', a", "'a b', c", "a:, c", "a, 'b\r\nc: d'"})
    void aHeaderThatCouldNotBeSentIsRefused(String name, String value) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RequestTemplate("GET", "/", Headers.of(name, value), Body.EMPTY));
    }
}

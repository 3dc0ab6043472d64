package dev.sluice.engine.driver.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTargetTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, localhost:80",
        "LOCALHOST, LOCALHOST:80",
        "a1b2.execute-api.localhost, a1b2.execute-api.localhost:80",
        "127.0.0.1, 127.0.0.1:80",
        "127.9.255.1, 127.9.255.1:80",
        "::1, [::1]:80",
        "[::1], [::1]:80"
    })
    void thisMachineIsATarget(String host, String authority) {
        var target = new LoadTarget(host, 80, "");
        assertEquals(authority, target.authority());
        assertTrue(target.address().getAddress().isLoopbackAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "localhost.example.com",
                "notlocalhost",
                "127.0.0.1.nip.io",
                "128.0.0.1",
                "127.0.0.256",
                "0.0.0.0",
                "::2",
                "localhost\r\nX: y"
            })
    void noOtherMachineIs(String host) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new LoadTarget(host, 80, ""));
        assertTrue(refused.getMessage().startsWith("Load goes to this machine only"));
    }

    @Test
    void aPortOrBasePathThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LoadTarget("localhost", 0, ""));
        assertThrows(IllegalArgumentException.class, () -> new LoadTarget("localhost", 65_536, ""));
        assertThrows(IllegalArgumentException.class, () -> new LoadTarget("localhost", 80, "prod"));
        assertThrows(IllegalArgumentException.class, () -> new LoadTarget("localhost", 80, "/prod/"));
        assertThrows(IllegalArgumentException.class, () -> new LoadTarget("localhost", 80, "/a b"));
    }
}

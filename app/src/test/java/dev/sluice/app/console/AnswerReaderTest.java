package dev.sluice.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.app.console.WireClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static Answer read(String wire, boolean head) throws IOException {
        var in = new ByteArrayInputStream(wire.getBytes(StandardCharsets.UTF_8));
        return new AnswerReader(in, head).read(System.nanoTime());
    }

    @Test
    void chunksAreJoinedAndTrailersLeftOut() throws IOException {
        Answer answer = read(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nab\r\n\r\nA;x=1\r\n0123456789\r\n0\r\nx-end: 1\r\n\r\n",
                false);
        assertEquals("ab\r\n0123456789", answer.body());
        assertEquals(14, answer.bytes());
        assertEquals(List.of("Transfer-Encoding: chunked"), answer.headers());
    }

    @Test
    void anAnswerToHeadHasNoBodyWhateverItsLengthSays() throws IOException {
        assertEquals(
                "", read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", true).body());
    }

    @Test
    void withoutLengthTheBodyGoesOnToTheEnd() throws IOException {
        assertEquals("all", read("HTTP/1.1 200 OK\r\n\r\nall", false).body());
    }

    @Test
    void anAnswerThatBreaksOffIsAnError() {
        assertThrows(EOFException.class, () -> read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab", false));
        assertThrows(
                EOFException.class, () -> read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", false));
    }

    @Test
    void aLengthThatIsNoneOrTooLargeIsAnError() {
        assertThrows(IOException.class, () -> read("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", false));
        assertThrows(
                IOException.class,
                () -> read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n", false));
    }
}

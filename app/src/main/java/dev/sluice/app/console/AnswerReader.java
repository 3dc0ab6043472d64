package dev.sluice.app.console;

import dev.sluice.app.console.WireClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one HTTP/1.1 answer from a connection; RFC 9112, sections 4 to 7. */
final class AnswerReader {
    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 65_536;
    /** The gateway itself answers 10 MB at most, bytes. */
    private static final int LARGEST_BODY = 64 << 20;

    private final InputStream in;
    private final boolean head;

    /** @param head whether the request was HEAD, so that no body follows whatever the headers say */
    AnswerReader(InputStream in, boolean head) {
        this.in = in;
        this.head = head;
    }

    /** @param start when the request began, {@link System#nanoTime()} */
    Answer read(long start) throws IOException {
        String statusLine = line();
        String[] parts = statusLine.split(" ", 3);
        if (parts.length < 2 || !parts[1].matches("\\d{3}")) {
            throw new IOException("no HTTP status line: " + statusLine);
        }
        int status = Integer.parseInt(parts[1]);
        List<String> headers = headers();
        byte[] body = body(status, headers);
        String text = new String(body, StandardCharsets.UTF_8);
        return new Answer(status, statusLine, headers, text, body.length, System.nanoTime() - start);
    }

    /** First value of the header, empty if it is absent. */
    static String header(List<String> headers, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** Lines up to the empty one: headers, or the trailers after the last chunk. */
    private List<String> headers() throws IOException {
        var headers = new ArrayList<String>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (headers.size() == MOST_LINES) {
                throw new IOException("more than " + MOST_LINES + " header lines");
            }
            headers.add(header);
        }
        return List.copyOf(headers);
    }

    private byte[] body(int status, List<String> headers) throws IOException {
        if (head || status == 204 || status == 304) {
            return new byte[0];
        }
        if (header(headers, "transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
            return chunks();
        }
        String length = header(headers, "content-length");
        if (!length.isEmpty()) {
            return exactly(size(length, 10, 0));
        }
        byte[] body = in.readNBytes(LARGEST_BODY + 1);
        size(Integer.toString(body.length), 10, 0);
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(0); size > 0; size = chunkSize(body.size())) {
            body.writeBytes(exactly(size));
            if (!line().isEmpty()) {
                throw new IOException("a chunk is longer than it says");
            }
        }
        headers();
        return body.toByteArray();
    }

    /** The size is hexadecimal; what stands after a semicolon is an extension and means nothing here. */
    private int chunkSize(int before) throws IOException {
        return size(line().split(";", 2)[0].strip(), 16, before);
    }

    private static int size(String text, int radix, int before) throws IOException {
        try {
            long size = Long.parseLong(text, radix);
            if (size < 0 || size > LARGEST_BODY - before) {
                throw new IOException("the body is longer than " + LARGEST_BODY + " bytes");
            }
            return (int) size;
        } catch (NumberFormatException e) {
            throw new IOException("no length: " + text, e);
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw cutOff();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw cutOff();
            }
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE + " bytes");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static EOFException cutOff() {
        return new EOFException("the connection closed before the answer was whole");
    }
}

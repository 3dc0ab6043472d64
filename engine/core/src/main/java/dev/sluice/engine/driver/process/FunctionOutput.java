package dev.sluice.engine.driver.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What a process prints, as lines. Never waits: it takes what is there, so that before an invocation is reported all
 * that the function printed during it has been read.
 */
final class FunctionOutput {
    /** Longer lines are cut into pieces of so many bytes. */
    private static final int LONGEST_LINE = 4_096;

    private final InputStream stream;
    private final Consumer<String> lines;
    private final byte[] chunk = new byte[LONGEST_LINE];
    private final byte[] line = new byte[LONGEST_LINE];
    private int length;

    FunctionOutput(InputStream stream, Consumer<String> lines) {
        this.stream = stream;
        this.lines = lines;
    }

    /** @param mostBytes to read this time; a function that prints faster than that waits */
    void take(int mostBytes) {
        try {
            int rest = mostBytes;
            for (int there = stream.available(); there > 0 && rest > 0; there = stream.available()) {
                int read = stream.read(chunk, 0, Math.min(Math.min(there, rest), chunk.length));
                if (read <= 0) {
                    return;
                }
                rest -= read;
                split(read);
            }
        } catch (IOException closed) {
            flush();
        }
    }

    private void split(int read) {
        for (int i = 0; i < read; i++) {
            if (chunk[i] == '\n') {
                end();
            } else {
                if (length == line.length) {
                    end();
                }
                line[length++] = chunk[i];
            }
        }
    }

    /** A last line without an end. */
    void flush() {
        if (length > 0) {
            end();
        }
    }

    private void end() {
        int visible = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        lines.accept(new String(line, 0, visible, StandardCharsets.UTF_8));
        length = 0;
    }
}

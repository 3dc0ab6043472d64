package dev.sluice.engine.execution.mapping;

import java.io.Writer;

/** Collects the result of a rendering, up to {@link Budget#OUTPUT_CHARACTERS}. */
final class BoundedWriter extends Writer {
    private final StringBuilder text = new StringBuilder(256);

    @Override
    public void write(String part) {
        reserve(part.length());
        text.append(part);
    }

    @Override
    public void write(int character) {
        reserve(1);
        text.append((char) character);
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        reserve(length);
        text.append(characters, offset, length);
    }

    private void reserve(int more) {
        if (text.length() + (long) more > Budget.OUTPUT_CHARACTERS) {
            throw Budget.tooLong();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}

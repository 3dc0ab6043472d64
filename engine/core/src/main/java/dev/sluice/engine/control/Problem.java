package dev.sluice.engine.control;

/**
 * Something wrong, or not carried, in a file somebody gave us: what, where, and what to do.
 *
 * @param file name as the reader of the message knows it
 * @param line counted from 1; 0 if the whole file is meant
 * @param column counted from 1; 0 if unknown
 * @param path where in the document, as {@code paths./users.get}; empty for the whole
 * @param message a sentence: what is wrong, why, what to do
 */
public record Problem(Severity severity, String file, int line, int column, String path, String message) {
    public enum Severity {
        /** The part is not usable; the rest was loaded. */
        ERROR,
        /** Loaded, but not everything in it has an effect. */
        WARNING
    }

    /** {@code file:line:column: error: message (path)}, as compilers print it. */
    public String oneLine() {
        String where = line == 0 ? file : file + ":" + line + ":" + Math.max(1, column);
        String which = path.isEmpty() ? "" : " (" + path + ")";
        return where + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": " + message + which;
    }
}

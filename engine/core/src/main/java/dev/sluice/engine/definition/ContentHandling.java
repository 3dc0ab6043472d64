package dev.sluice.engine.definition;

/** What becomes of a body's bytes on the way; absent leaves it to the API's binary media types (section 10.8). */
public enum ContentHandling {
    CONVERT_TO_BINARY,
    CONVERT_TO_TEXT
}

package dev.sluice.app.opening;

import java.nio.file.Path;

/**
 * A workspace that was open before.
 *
 * @param openedSeconds when it was last opened, seconds since 1970-01-01T00:00Z
 */
public record Recent(Path folder, String name, long openedSeconds) {}

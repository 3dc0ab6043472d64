package dev.sluice.app.opening;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a folder. */
@FunctionalInterface
public interface FolderPicker {
    /** The folder that the user chose; empty if none. */
    Optional<Path> pick();
}

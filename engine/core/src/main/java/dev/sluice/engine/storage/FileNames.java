package dev.sluice.engine.storage;

import dev.sluice.engine.control.StableId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Gives things names that every file system can hold: letters, digits, {@code . _ -}, not told apart by case alone,
 * none of Windows' device names. A name that had to change, or is taken, gets a suffix that follows from the thing's
 * id.
 */
final class FileNames {
    private static final int LONGEST = 60;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private final Map<String, String> kept;
    private final Predicate<String> takenOnDisk;
    private final Set<String> given = new HashSet<>();

    /**
     * @param kept names without ending that things have already, by id
     * @param takenOnDisk whether a name without ending belongs to somebody else
     */
    FileNames(Map<String, String> kept, Predicate<String> takenOnDisk) {
        this.kept = Map.copyOf(kept);
        this.takenOnDisk = takenOnDisk;
        kept.values().forEach(name -> given.add(name.toLowerCase(Locale.ROOT)));
    }

    /** The name the thing has already; otherwise one that no other thing has. */
    String give(String name, String id) {
        String own = kept.get(id);
        return own == null ? fresh(name, id) : own;
    }

    private String fresh(String name, String id) {
        String safe = safe(name);
        String unique = safe.equals(name) && !safe.isEmpty() ? safe : suffixed(safe, StableId.of("file", name));
        if (isTaken(unique)) {
            unique = suffixed(safe, StableId.of("file", name, id));
        }
        for (int count = 2; isTaken(unique); count++) {
            unique = suffixed(safe, StableId.of("file", name, id, Integer.toString(count)));
        }
        given.add(unique.toLowerCase(Locale.ROOT));
        return unique;
    }

    private boolean isTaken(String name) {
        return given.contains(name.toLowerCase(Locale.ROOT)) || takenOnDisk.test(name);
    }

    private static String suffixed(String safe, String id) {
        return (safe.isEmpty() ? "" : safe + "-") + id.substring(0, 6);
    }

    private static String safe(String name) {
        String plain = UNSAFE.matcher(name).replaceAll("-");
        String shortened = plain.substring(0, Math.min(LONGEST, plain.length()));
        String start = shortened.replaceFirst("^[.-]+", "");
        String ended = start.replaceFirst("[.-]+$", "");
        return DEVICE.matcher(ended).matches() ? "x-" + ended : ended;
    }
}

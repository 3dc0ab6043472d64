package dev.sluice.engine.storage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which thing has which file: it keeps it, even if it gets another name, so that its history stays in one place. */
final class KnownNames {
    private final Map<String, Map<String, String>> nameByIdByFolder = new HashMap<>();

    /** @param name of the file without ending */
    void remember(String folder, String id, String name) {
        nameByIdByFolder.computeIfAbsent(folder, key -> new HashMap<>()).put(id, name);
    }

    /**
     * A file name without ending for each thing; in the order of ids, so that the order of the list decides nothing.
     */
    <T> Map<T, String> give(
            String folder,
            List<T> things,
            Function<T, String> name,
            Function<T, String> id,
            Predicate<String> takenOnDisk) {
        var kept = new HashMap<>(nameByIdByFolder.getOrDefault(folder, Map.of()));
        kept.keySet().retainAll(new HashSet<>(things.stream().map(id).toList()));
        var names = new FileNames(kept, takenOnDisk);
        var nameByThing = new LinkedHashMap<T, String>();
        things.stream().sorted(Comparator.comparing(id)).forEach(thing -> {
            String given = names.give(name.apply(thing), id.apply(thing));
            remember(folder, id.apply(thing), given);
            nameByThing.put(thing, given);
        });
        return nameByThing;
    }
}

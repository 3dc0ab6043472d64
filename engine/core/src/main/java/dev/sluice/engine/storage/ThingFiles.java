package dev.sluice.engine.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads folders that hold one thing a file. */
record ThingFiles(FolderFiles files, KnownNames names) {

    /** The things of one folder in the order of their file names; one whose identity is there already is a problem. */
    <T> List<T> read(String folder, Function<T, String> identity, Function<FolderFiles.Document, Optional<T>> read) {
        var things = new ArrayList<T>();
        Map<String, String> fileByIdentity = new HashMap<>();
        for (String file : files.jsonFiles(folder)) {
            files.document(file)
                    .ifPresent(document -> read.apply(document).ifPresent(thing -> {
                        String first = fileByIdentity.putIfAbsent(identity.apply(thing), file);
                        if (first == null) {
                            things.add(thing);
                            files.use(document);
                            String name = file.substring(folder.length() + 1, file.length() - ".json".length());
                            names.remember(folder, identity.apply(thing), name);
                        } else {
                            document.fields()
                                    .error(
                                            "id",
                                            "\"" + identity.apply(thing) + "\" is in " + first
                                                    + " already; this file was left out. Give it another id or remove it.");
                        }
                    }));
        }
        return things;
    }
}

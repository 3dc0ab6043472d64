package dev.sluice.engine.control.document;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The problems found in one file so far. At most {@value #MOST}: a hopeless file does not bury the reader. */
public final class Problems {
    private static final int MOST = 1_000;

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();
    private int unlisted;

    /** @param file name as the reader of the messages knows it */
    public Problems(String file) {
        this.file = file;
    }

    public void error(Position at, String path, String message) {
        add(Severity.ERROR, at, path, message);
    }

    public void warning(Position at, String path, String message) {
        add(Severity.WARNING, at, path, message);
    }

    public void add(Severity severity, Position at, String path, String message) {
        var problem = new Problem(severity, file, at.line(), at.column(), path, message);
        if (found.size() < MOST) {
            found.add(problem);
        } else if (!found.contains(problem)) {
            unlisted++;
        }
    }

    /** Each once, in the order in which they were found. */
    public List<Problem> list() {
        if (unlisted == 0) {
            return List.copyOf(found);
        }
        var all = new ArrayList<>(found);
        all.add(new Problem(Severity.ERROR, file, 0, 0, "", unlisted + " more problems are not listed."));
        return all;
    }
}

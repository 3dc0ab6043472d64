package dev.sluice.engine.driver.process;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The code of one function, looked at before each invocation: if a file is new, gone or changed, the next environment
 * is a new one. Looking costs less than watching many folders and misses nothing; a file that is being written is
 * waited for.
 */
final class CodeFolder {
    /** Beyond so many files the folder is no function's code any more, and changes count only in the first ones. */
    private static final int MOST_FILES = 5_000;

    /** What is installed or generated: large, and never edited by hand. */
    private static final Set<String> PASSED_BY = Set.of("node_modules", "__pycache__", "venv");

    private static final int MOST_ROUNDS = 20;

    /** @param newestNanos last change of any file, nanoseconds since 1970-01-01T00:00Z */
    private record Look(long fingerprint, long newestNanos) {}

    private final Path folder;
    private final ProcessOptions options;
    private final Vertx vertx;
    private final Worker worker;
    private List<LongConsumer> waiting = new ArrayList<>();
    private boolean looking;
    private boolean known;
    private long fingerprint;
    private long lookedAtNanos;

    CodeFolder(Path folder, ProcessOptions options, Vertx vertx, Worker worker) {
        this.folder = folder;
        this.options = options;
        this.vertx = vertx;
        this.worker = worker;
    }

    /** Tells which state the code is in, on this event loop: at once, or after a look that begins now. */
    void current(LongConsumer then) {
        if (known && !looking && System.nanoTime() - lookedAtNanos < options.rescanNanos()) {
            then.accept(fingerprint);
            return;
        }
        waiting.add(then);
        if (!looking) {
            look(1);
        }
    }

    private void look(int round) {
        looking = true;
        List<LongConsumer> asked = waiting;
        waiting = new ArrayList<>();
        worker.elsewhere(
                this::walk, look -> looked(look, asked, round), missing -> looked(new Look(-1, 0), asked, round));
    }

    private void looked(Look look, List<LongConsumer> asked, int round) {
        if (known && look.fingerprint() != fingerprint && isFresh(look) && round < MOST_ROUNDS) {
            asked.addAll(waiting);
            waiting = asked;
            vertx.timer(Math.max(1, options.settleNanos()), TimeUnit.NANOSECONDS)
                    .onSuccess(ignored -> look(round + 1));
            return;
        }
        known = true;
        fingerprint = look.fingerprint();
        lookedAtNanos = System.nanoTime();
        looking = false;
        asked.forEach(each -> each.accept(fingerprint));
        if (!waiting.isEmpty() && !looking) {
            look(1);
        }
    }

    private boolean isFresh(Look look) {
        long age = System.currentTimeMillis() * 1_000_000L - look.newestNanos();
        return age >= 0 && age < options.settleNanos();
    }

    private Look walk() throws IOException {
        var visitor = new Visitor();
        Files.walkFileTree(folder, visitor);
        return new Look(visitor.sum, visitor.newestNanos);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private long sum = 17;
        private long newestNanos;
        private int files;

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = String.valueOf(directory.getFileName());
            boolean hidden = name.startsWith(".") && !directory.equals(folder);
            return hidden || PASSED_BY.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            long changedNanos = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            newestNanos = Math.max(newestNanos, changedNanos);
            // A sum, so that the order in which a file system lists its files does not matter.
            sum += mixed(31L * file.hashCode() + changedNanos) ^ mixed(attributes.size() + 1);
            return ++files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        private static long mixed(long value) {
            long z = value * 0x9E3779B97F4A7C15L;
            return z ^ (z >>> 31);
        }
    }
}

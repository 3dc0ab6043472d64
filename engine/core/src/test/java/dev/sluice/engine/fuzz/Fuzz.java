package dev.sluice.engine.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Runs made-up inputs against a check, under a watchdog.
 *
 * <p>A round that uses more than a second of processor time has hung; so has one that waits for 30 seconds. Processor
 * time and not the clock on the wall: a busy machine must not fail a test.
 */
final class Fuzz {
    /** All targets together, unless the property says otherwise; shared out by {@link #run}. */
    private static final double SECONDS = Double.parseDouble(System.getProperty("fuzz.seconds", "22"));

    private static final String SEED = System.getProperty("fuzz.seed", "");
    private static final long FIRST_SEED = 20_261_125L;
    private static final long LONGEST_CPU_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long WATCH_MILLIS = 50;
    private static final int MOST_SHRINKS = 2_000;
    private static final int LONGEST_SHOWN = 4_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What must hold for an input: it throws if it does not. */
    interface Check {
        void of(String input) throws Exception;
    }

    /** The input being checked, and what the clocks said when that began. */
    private record Round(long seed, String input, long cpuNanos, long wallNanos) {}

    private final Function<SplittableRandom, String> inputs;
    private final Check check;
    private final AtomicReference<Round> current = new AtomicReference<>();
    private final AtomicReference<AssertionError> failure = new AtomicReference<>();
    private volatile boolean stopped;
    private long rounds;

    private Fuzz(Function<SplittableRandom, String> inputs, Check check) {
        this.inputs = inputs;
        this.check = check;
    }

    /**
     * Checks inputs until the time of this target is over.
     *
     * @param share of the time of all targets, 0 to 1
     */
    static void run(double share, Function<SplittableRandom, String> inputs, Check check) {
        new Fuzz(inputs, check).run(share);
    }

    private void run(double share) {
        long endNanos = System.nanoTime() + (long) (share * SECONDS * TimeUnit.SECONDS.toNanos(1));
        Thread worker = Thread.ofPlatform().daemon().name("fuzz").unstarted(() -> work(endNanos));
        worker.start();
        watch(worker);
        AssertionError failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void work(long endNanos) {
        try {
            if (!SEED.isEmpty()) {
                round(Long.parseLong(SEED));
                return;
            }
            for (long seed = FIRST_SEED; !stopped && (rounds == 0 || System.nanoTime() < endNanos); seed++) {
                round(seed);
            }
        } catch (AssertionError failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private void round(long seed) {
        String input = inputs.apply(new SplittableRandom(seed));
        begin(seed, input);
        Throwable fault = fault(input);
        if (fault != null) {
            String smallest = smallest(seed, input, fault);
            throw new AssertionError(text(seed, "failed with " + fault, smallest), fault);
        }
        current.set(null);
        rounds++;
    }

    private void begin(long seed, String input) {
        current.set(new Round(seed, input, THREADS.getCurrentThreadCpuTime(), System.nanoTime()));
    }

    /** What the check throws, or nothing. */
    private Throwable fault(String input) {
        try {
            check.of(input);
            return null;
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError fault) {
            return fault;
        }
    }

    /** Cuts pieces out as long as the same kind of fault remains. */
    private String smallest(long seed, String input, Throwable fault) {
        String small = input;
        int tries = 0;
        for (int piece = Math.max(1, small.length() / 2); piece > 0 && tries < MOST_SHRINKS; piece /= 2) {
            for (int at = 0; at < small.length() && tries < MOST_SHRINKS; tries++) {
                String shorter = small.substring(0, at) + small.substring(Math.min(small.length(), at + piece));
                begin(seed, shorter);
                Throwable other = fault(shorter);
                if (other != null && other.getClass() == fault.getClass()) {
                    small = shorter;
                } else {
                    at += piece;
                }
            }
        }
        return small;
    }

    private void watch(Thread worker) {
        try {
            while (!worker.join(java.time.Duration.ofMillis(WATCH_MILLIS))) {
                Round round = current.get();
                long cpuNanos = THREADS.getThreadCpuTime(worker.threadId());
                if (round == null || current.get() != round || cpuNanos < 0) {
                    continue;
                }
                boolean spins = cpuNanos - round.cpuNanos() > LONGEST_CPU_NANOS;
                boolean waits = System.nanoTime() - round.wallNanos() > LONGEST_WAIT_NANOS;
                if (spins || waits) {
                    var hung = new AssertionError(
                            text(round.seed(), spins ? "ran for more than a second" : "waits for ever", round.input()));
                    hung.setStackTrace(worker.getStackTrace());
                    failure.compareAndSet(null, hung);
                    stopped = true;
                    worker.interrupt();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(long seed, String what, String input) {
        String shown = input.length() <= LONGEST_SHOWN ? input : input.substring(0, LONGEST_SHOWN) + "...";
        return "-Dfuzz.seed=" + seed + " " + what + "; " + input.length() + " characters: " + escaped(shown);
    }

    /** As a Java string, so that it can be pasted into a test. */
    private static String escaped(String text) {
        var escaped = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return escaped.append('"').toString();
    }
}

package dev.sluice.engine.driver.process;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How functions are run on this machine.
 *
 * @param folder the workspace's: the functions' folders start from it
 * @param region what functions are told they run in
 * @param mostEnvironments processes of all functions at once; an invocation beyond waits for one to be free
 * @param keepAliveNanos an environment unused for longer is ended
 * @param initNanos time a cold start may take beside the function's own time-out
 * @param settleNanos how long changed code must have lain still before a new environment takes it
 * @param rescanNanos a look at the code is good for so long
 */
public record ProcessOptions(
        Path folder,
        String region,
        int mostEnvironments,
        long keepAliveNanos,
        long initNanos,
        long settleNanos,
        long rescanNanos) {
    /** Lambda's 10 seconds for a cold start; the rest suits a workstation. */
    public static ProcessOptions in(Path folder, String region) {
        return new ProcessOptions(
                folder.toAbsolutePath().normalize(),
                region,
                32,
                TimeUnit.MINUTES.toNanos(10),
                TimeUnit.SECONDS.toNanos(10),
                TimeUnit.MILLISECONDS.toNanos(100),
                TimeUnit.MILLISECONDS.toNanos(20));
    }

    /** These options with another bound on processes. */
    ProcessOptions atMost(int environments) {
        return new ProcessOptions(folder, region, environments, keepAliveNanos, initNanos, settleNanos, rescanNanos);
    }

    /** These options with other times for cold starts and looks at the code. */
    ProcessOptions times(long initNanos, long settleNanos, long rescanNanos) {
        return new ProcessOptions(
                folder, region, mostEnvironments, keepAliveNanos, initNanos, settleNanos, rescanNanos);
    }
}

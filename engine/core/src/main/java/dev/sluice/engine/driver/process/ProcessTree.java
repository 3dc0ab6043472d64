package dev.sluice.engine.driver.process;

import java.util.List;

/** A process and those it has started. */
final class ProcessTree {
    private ProcessTree() {}

    /**
     * Ends them all at once and without asking. A grandchild whose parent has gone before is out of reach: nothing says
     * any more whose it was.
     */
    static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}

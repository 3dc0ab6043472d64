package dev.sluice.app.frame;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;

/** Where frames come from: an engine at work. */
public interface FrameSource {
    /** The engine now. */
    EngineSnapshot snapshot();

    JournalStore journal();

    /** What functions leave in their logs. */
    FunctionLog functionLog();

    static FrameSource of(OpenWorkspace workspace) {
        return new FrameSource() {
            @Override
            public EngineSnapshot snapshot() {
                return workspace.engine().snapshot(workspace.clock().nowNanos());
            }

            @Override
            public JournalStore journal() {
                return workspace.engine().journal();
            }

            @Override
            public FunctionLog functionLog() {
                return workspace.engine().functionLog();
            }
        };
    }
}

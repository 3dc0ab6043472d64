package dev.sluice.app.cli;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.app.opening.TrustQuestion;
import dev.sluice.app.opening.WorkspaceFunctions;
import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.ControlPlane;
import dev.sluice.engine.driver.live.ListenException;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.storage.OpenedWorkspace;
import java.io.IOException;
import java.security.SecureRandom;

/** Puts a workspace that was read behind a listener. */
public final class Serving {
    private Serving() {}

    /**
     * Listens on 127.0.0.1.
     *
     * @param port 0 to 65535; 0 takes any free one
     * @param question asked before functions are started as programs
     * @throws ListenException if the port cannot be had; its message says why and what to do
     * @throws IOException if functions may run as programs and cannot
     */
    public static OpenWorkspace start(OpenedWorkspace opened, int port, TrustQuestion question) throws IOException {
        WallClock clock = WallClock.system();
        var settings = Engine.Settings.startingAt(clock.nowNanos(), new SecureRandom().nextLong());
        Engine engine = Engine.open(opened.workspace(), settings);
        WorkspaceFunctions functions =
                WorkspaceFunctions.start(engine, opened.folder().path(), clock, question);
        try {
            LiveListener listener = LiveListener.start(
                    ControlPlane.before(engine), ListenerOptions.STANDARD.onPort(port), clock, functions.runner());
            return new OpenWorkspace(opened.folder().path(), engine, clock, listener.port(), opened.problems(), () -> {
                listener.close();
                functions.stop().run();
            });
        } catch (ListenException e) {
            functions.stop().run();
            throw e;
        }
    }
}

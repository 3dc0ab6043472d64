package dev.sluice.app.cli;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.engine.Engine;
import dev.sluice.engine.driver.live.ListenException;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.storage.OpenedWorkspace;
import java.security.SecureRandom;

/** Puts a workspace that was read behind a listener. */
public final class Serving {
    private Serving() {}

    /**
     * Listens on 127.0.0.1.
     *
     * @param port 0 to 65535; 0 takes any free one
     * @throws ListenException if the port cannot be had; its message says why and what to do
     */
    public static OpenWorkspace start(OpenedWorkspace opened, int port) throws ListenException {
        WallClock clock = WallClock.system();
        var settings = Engine.Settings.startingAt(clock.nowNanos(), new SecureRandom().nextLong());
        Engine engine = Engine.open(opened.workspace(), settings);
        LiveListener listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD.onPort(port), clock);
        return new OpenWorkspace(
                opened.folder().path(), engine, clock, listener.port(), opened.problems(), listener::close);
    }
}

package dev.sluice.app;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.driver.live.ListenException;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.driver.live.WallClock;
import java.nio.file.Path;
import java.util.List;

/** The article's workspace behind a real listener on a free port, for tests. */
public final class ServedWorkspace {
    private ServedWorkspace() {}

    public static OpenWorkspace open() {
        Workspace workspace = ArticleWorkspace.definition()
                .withBackend(new Backend.ModelledFunction(
                        "list-users",
                        new Backend.FunctionAnswer.Payload("{\"statusCode\":200,\"body\":\"[{\\\"id\\\":1}]\"}"),
                        Backend.Latency.NONE));
        WallClock clock = WallClock.system();
        Engine engine = Engine.open(workspace, Engine.Settings.startingAt(clock.nowNanos(), 7));
        try {
            LiveListener listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD, clock);
            return new OpenWorkspace(Path.of("."), engine, clock, listener.port(), List.of(), listener::close);
        } catch (ListenException e) {
            throw new IllegalStateException(e);
        }
    }
}

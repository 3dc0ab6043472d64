package dev.sluice.app;

import dev.sluice.engine.Engine;
import dev.sluice.engine.control.Problem;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.driver.live.WallClock;
import java.nio.file.Path;
import java.util.List;

/**
 * A workspace that is being served: its engine, and the listener through which the world reaches it.
 *
 * @param folder where it was read from
 * @param clock the clock the listener tells the engine
 * @param port where the listener listens on 127.0.0.1, 1 to 65535
 * @param problems what was wrong with the files, in reading order
 * @param listener what stops the listener
 */
public record OpenWorkspace(
        Path folder, Engine engine, WallClock clock, int port, List<Problem> problems, Runnable listener)
        implements AutoCloseable {

    public OpenWorkspace {
        problems = List.copyOf(problems);
    }

    /** The configuration that requests meet now. */
    public Workspace definition() {
        return engine.workspace();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Where the stage answers, without a trailing slash. The stage {@code $default} is called without its name. */
    public String invokeUrl(String apiId, String stage) {
        String api = baseUrl() + "/_aws/execute-api/" + apiId;
        return stage.equals(HttpApi.DEFAULT_STAGE) ? api : api + "/" + stage;
    }

    @Override
    public void close() {
        listener.run();
    }
}

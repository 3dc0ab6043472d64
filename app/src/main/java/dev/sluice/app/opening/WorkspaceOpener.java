package dev.sluice.app.opening;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.ControlPlane;
import dev.sluice.engine.driver.live.ListenException;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.storage.OpenedWorkspace;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Reads a workspace's folder, starts its engine and listens. Takes time: not for the FX thread. */
public final class WorkspaceOpener {
    /** The port that is tried first. */
    public static final int PREFERRED_PORT = 4_567;

    /** How many ports from the preferred one on are tried before any free one is taken. */
    private static final int TRIES = 10;

    private final TrustQuestion question;

    /** Opens workspaces without their programs. */
    public WorkspaceOpener() {
        this(TrustQuestion.NEVER);
    }

    /** @param question asked before a workspace starts programs */
    public WorkspaceOpener(TrustQuestion question) {
        this.question = question;
    }

    /** @throws IOException if the folder is no workspace, or no port can be had; the message is for the user */
    public OpenWorkspace open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute.resolve(WorkspaceFolder.SETTINGS_FILE))) {
            throw new NoSuchFileException(
                    text("opening.noWorkspace", absolute.toString(), WorkspaceFolder.SETTINGS_FILE));
        }
        OpenedWorkspace opened = WorkspaceFolder.open(absolute);
        WallClock clock = WallClock.system();
        var settings = Engine.Settings.startingAt(clock.nowNanos(), new SecureRandom().nextLong());
        Engine engine = Engine.open(opened.workspace(), settings);
        WorkspaceFunctions functions = WorkspaceFunctions.start(engine, absolute, clock, question);
        try {
            LiveListener listener = listen(engine, clock, functions);
            return new OpenWorkspace(absolute, engine, clock, listener.port(), opened.problems(), () -> {
                listener.close();
                functions.stop().run();
            });
        } catch (ListenException e) {
            functions.stop().run();
            throw e;
        }
    }

    private static LiveListener listen(Engine engine, WallClock clock, WorkspaceFunctions functions)
            throws ListenException {
        for (int port = PREFERRED_PORT; port < PREFERRED_PORT + TRIES; port++) {
            try {
                return LiveListener.start(
                        ControlPlane.before(engine), ListenerOptions.STANDARD.onPort(port), clock, functions.runner());
            } catch (ListenException taken) {
                continue; // the window says which port it became
            }
        }
        return LiveListener.start(
                ControlPlane.before(engine), ListenerOptions.STANDARD.onPort(0), clock, functions.runner());
    }
}

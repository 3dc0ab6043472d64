package dev.sluice.engine.driver.live;

import java.io.IOException;
import java.net.BindException;

/** A listener that could not start. Its message is a sentence for the user; nothing is left running. */
public final class ListenException extends IOException {
    private static final long serialVersionUID = 1L;

    private ListenException(String message, Throwable cause) {
        super(message, cause);
    }

    static ListenException because(Throwable cause, String host, int port) {
        String where = host + ":" + port;
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("in use")) {
            return new ListenException(
                    "Port " + port + " of " + host
                            + " is taken by another program: stop that, or choose another port, or 0"
                            + " for any free one.",
                    cause);
        }
        if (reason.contains("denied")) {
            return new ListenException("This user may not listen on " + where + ": choose a port from 1024 up.", cause);
        }
        if (cause instanceof BindException || reason.contains("assign")) {
            return new ListenException(host + " is no address of this machine: use 127.0.0.1.", cause);
        }
        return new ListenException("Cannot listen on " + where + ": " + reason, cause);
    }
}

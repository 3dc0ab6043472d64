package dev.sluice.engine.driver.live;

import java.util.concurrent.TimeUnit;

/**
 * Where a listener listens and what it puts up with.
 *
 * @param host address to bind, {@code 127.0.0.1} unless somebody wants visitors
 * @param port 0 to 65535; 0 takes any free one
 * @param eventLoops threads that serve connections, 1 or more
 * @param connections open at once; one more is closed at once
 * @param headBytes request line and header lines, each counted by itself (data-plane section 18)
 * @param heldBytes payloads of all requests and endpoint answers in memory at once; a request beyond it is answered 503
 * @param idleNanos time for the whole head of a request, counted from the opening of the connection or the answer
 *     before
 * @param bodyIdleNanos time between two parts of a payload
 * @param stopNanos time that {@link LiveListener#close} gives to requests in flight
 */
public record ListenerOptions(
        String host,
        int port,
        int eventLoops,
        int connections,
        int headBytes,
        long heldBytes,
        long idleNanos,
        long bodyIdleNanos,
        long stopNanos) {

    /** Any free port of 127.0.0.1, one event loop, API Gateway's limits. */
    public static final ListenerOptions STANDARD = new ListenerOptions(
            "127.0.0.1",
            0,
            1,
            4_096,
            10_240,
            256L * 1024 * 1024,
            TimeUnit.SECONDS.toNanos(60),
            TimeUnit.SECONDS.toNanos(30),
            TimeUnit.SECONDS.toNanos(5));

    public ListenerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port is " + port + "; give 1 to 65535, or 0 for any free one.");
        }
        if (eventLoops < 1 || connections < 1) {
            throw new IllegalArgumentException("A listener needs at least one event loop and one connection.");
        }
    }

    /** These options on another port. */
    public ListenerOptions onPort(int port) {
        return new ListenerOptions(
                host, port, eventLoops, connections, headBytes, heldBytes, idleNanos, bodyIdleNanos, stopNanos);
    }

    /** These options at another address. */
    public ListenerOptions onHost(String host) {
        return new ListenerOptions(
                host, port, eventLoops, connections, headBytes, heldBytes, idleNanos, bodyIdleNanos, stopNanos);
    }

    /** These options with other times for slow clients. */
    ListenerOptions patience(long idleNanos, long bodyIdleNanos) {
        return new ListenerOptions(
                host, port, eventLoops, connections, headBytes, heldBytes, idleNanos, bodyIdleNanos, stopNanos);
    }

    /** These options with another bound on payloads in memory. */
    ListenerOptions holding(long heldBytes) {
        return new ListenerOptions(
                host, port, eventLoops, connections, headBytes, heldBytes, idleNanos, bodyIdleNanos, stopNanos);
    }
}

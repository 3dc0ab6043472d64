package dev.sluice.engine.driver.load;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whom a run calls: a listener on this machine, and no other, because a load generator pointed at somebody else's host
 * is an attack.
 *
 * @param host {@code localhost}, a name below it such as {@code a1b2c3d4e5.execute-api.localhost}, {@code 127.x.y.z} or
 *     {@code ::1}; also the {@code Host} header unless a request brings its own
 * @param port 1 to 65535
 * @param basePath goes before each request's target, such as {@code /_aws/execute-api/a1b2c3d4e5/prod}; empty for none
 */
public record LoadTarget(String host, int port, String basePath) {
    private static final Pattern LOOPBACK =
            Pattern.compile("([a-z0-9_.-]+\\.)?localhost|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[?::1]?");

    private static final Pattern BASE_PATH = Pattern.compile("|/[!-~]*[!-.0-~]");

    public LoadTarget {
        if (!LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw new IllegalArgumentException("Load goes to this machine only, and " + host
                    + " may be another: give localhost, a name ending in .localhost, or 127.0.0.1.");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("The port is " + port + "; give 1 to 65535.");
        }
        if (!BASE_PATH.matcher(basePath).matches()) {
            throw new IllegalArgumentException(
                    "The base path is \"" + basePath + "\"; begin with /, do not end with it, and encode spaces.");
        }
    }

    /** Host and port as in a {@code Host} header. */
    String authority() {
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        return (bare ? "[" + host + "]" : host) + ":" + port;
    }

    /** Where to connect. Names are not looked up: whatever a name server says, they mean this machine. */
    InetSocketAddress address() {
        String literal = host.replace("[", "").replace("]", "");
        boolean named = literal.toLowerCase(Locale.ROOT).endsWith("localhost");
        return new InetSocketAddress(named ? "127.0.0.1" : literal, port);
    }
}

package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.authorization.policy.AccessRequest;
import dev.sluice.engine.execution.authorization.policy.AccessRequest.Principal;
import dev.sluice.engine.http.Headers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests as policies are asked about them. The connection counts as secure: on AWS it always is, and here TLS is not
 * what is tried out.
 */
final class AccessRequests {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private AccessRequests() {}

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    static AccessRequest of(Exchange exchange, String action, long nowNanos) {
        var keys = new HashMap<String, String>();
        long seconds = Math.floorDiv(nowNanos, NANOS_PER_SECOND);
        keys.put("aws:sourceip", exchange.request().sourceIp());
        keys.put("aws:securetransport", "true");
        keys.put("aws:currenttime", Instant.ofEpochSecond(seconds).toString());
        keys.put("aws:epochtime", Long.toString(seconds));
        Headers headers = exchange.request().headers();
        headers.last("User-Agent").ifPresent(agent -> keys.put("aws:useragent", agent));
        headers.last("Referer").ifPresent(referer -> keys.put("aws:referer", referer));
        Optional<Caller> caller = exchange.caller();
        if (caller.isPresent() && caller.get() instanceof Caller.Signer signer) {
            addUser(signer, keys);
            return new AccessRequest(
                    action, MethodArn.of(exchange), new Principal.User(signer.accountId(), signer.arn()), keys);
        }
        keys.put("aws:principaltype", "Anonymous");
        return new AccessRequest(action, MethodArn.of(exchange), Principal.ANONYMOUS, keys);
    }

    private static void addUser(Caller.Signer signer, Map<String, String> keys) {
        keys.put("aws:username", signer.user().userName());
        keys.put("aws:userid", signer.principalId());
        keys.put("aws:principalarn", signer.arn());
        keys.put("aws:principalaccount", signer.accountId());
        keys.put("aws:principaltype", "User");
    }
}

package dev.sluice.engine.execution.authorization.signature;

import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.execution.authorization.signature.SentSignature.Complete;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Kind;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Refused;
import dev.sluice.engine.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks signatures for one service in one Region against the users it knows. Immutable; safe for any number of
 * threads.
 *
 * <p>The order of the checks and the words are those AWS is known to use; which comes first where two things are wrong
 * is not public [unsure].
 */
public final class SignatureCheck {
    /** The service that APIs are invoked as. */
    public static final String EXECUTE_API = "execute-api";

    private static final String TERMINATOR = "aws4_request";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    private final String region;
    private final String service;
    private final Map<String, IamUser> users = new HashMap<>();

    /** @param users of several with one access key the first counts; one without a secret can sign nothing */
    public SignatureCheck(String region, String service, List<IamUser> users) {
        this.region = region;
        this.service = service;
        users.stream()
                .filter(user -> !user.secretAccessKey().isEmpty())
                .forEach(user -> this.users.putIfAbsent(user.accessKeyId(), user));
    }

    /**
     * Never throws.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public SignatureResult check(HttpRequest request, long nowNanos) {
        return switch (ReadSignature.of(request)) {
            case SentSignature.Absent() -> new SignatureResult.Absent();
            case SentSignature.Incomplete(String message) ->
                new Refused(Kind.INCOMPLETE, message, "The signature is incomplete: a part is missing or malformed.");
            case Complete sent -> check(request, sent, Math.floorDiv(nowNanos, NANOS_PER_SECOND));
        };
    }

    private SignatureResult check(HttpRequest request, Complete sent, long now) {
        Optional<SignatureResult> refused = scope(sent).or(() -> time(sent, now));
        if (refused.isPresent()) {
            return refused.get();
        }
        IamUser user = users.get(sent.accessKeyId());
        if (user == null) {
            return unknown("No IAM user of the workspace has the access key " + sent.accessKeyId() + ".");
        }
        return token(user, sent, now).orElseGet(() -> compare(request, sent, user));
    }

    private Optional<SignatureResult> scope(Complete sent) {
        if (!sent.signedHeaders().contains("host")) {
            return invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        OptionalLong seconds = Timestamps.seconds(sent.timestamp());
        if (seconds.isEmpty()) {
            String message = "Date must be in ISO-8601 'basic format'. Got '" + sent.timestamp()
                    + "'. See http://en.wikipedia.org/wiki/ISO_8601";
            return Optional.of(new Refused(Kind.INCOMPLETE, message, message));
        }
        String day = sent.timestamp().substring(0, 8);
        if (!sent.date().equals(day)) {
            return invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + sent.date() + "' != '" + day + "', from '" + sent.timestamp() + "'.");
        }
        if (!sent.region().equals(region)) {
            return invalid("Credential should be scoped to a valid region, not '" + sent.region() + "'. ");
        }
        if (!sent.service().equals(service)) {
            return invalid("Credential should be scoped to correct service: '" + service + "'. ");
        }
        return sent.terminator().equals(TERMINATOR)
                ? Optional.empty()
                : invalid("Credential should be scoped with a valid terminator: '" + TERMINATOR + "', not '"
                        + sent.terminator() + "'.");
    }

    private static Optional<SignatureResult> time(Complete sent, long now) {
        long signed = Timestamps.seconds(sent.timestamp()).orElseThrow();
        long good = sent.expiresSeconds().orElse(Timestamps.SKEW_SECONDS);
        String clock = Timestamps.basic(now);
        if (signed + good < now) {
            String why = sent.expiresSeconds().isEmpty() ? " (" + clock + " - 5 min.)" : "";
            long oldest = sent.expiresSeconds().isEmpty() ? now - Timestamps.SKEW_SECONDS : now;
            long end = sent.expiresSeconds().isEmpty() ? signed : signed + good;
            return invalid("Signature expired: " + Timestamps.basic(end) + " is now earlier than "
                    + Timestamps.basic(oldest) + why);
        }
        if (signed > now + Timestamps.SKEW_SECONDS) {
            return invalid("Signature not yet current: " + sent.timestamp() + " is still later than "
                    + Timestamps.basic(now + Timestamps.SKEW_SECONDS) + " (" + clock + " + 5 min.)");
        }
        return Optional.empty();
    }

    private static Optional<SignatureResult> token(IamUser user, Complete sent, long now) {
        String expected = user.session().map(IamUser.Session::token).orElse("");
        if (!Digests.same(expected, sent.securityToken().orElse(""))) {
            return Optional.of(
                    unknown("The X-Amz-Security-Token is not that of the IAM user " + user.userName() + "."));
        }
        long expiration = user.session().flatMap(IamUser.Session::expiration).orElse(Long.MAX_VALUE);
        return now < expiration
                ? Optional.empty()
                : Optional.of(new Refused(
                        Kind.EXPIRED_TOKEN,
                        "The security token included in the request is expired",
                        "The temporary credentials of the IAM user " + user.userName() + " expired at "
                                + Timestamps.basic(expiration) + "."));
    }

    private static SignatureResult compare(HttpRequest request, Complete sent, IamUser user) {
        String canonical = CanonicalRequest.of(request, sent.signedHeaders());
        String toSign = ReadSignature.ALGORITHM
                + '\n'
                + sent.timestamp()
                + '\n'
                + sent.scope()
                + '\n'
                + Digests.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8));
        if (Digests.same(Digests.hmacHex(key(user, sent), toSign), sent.signature())) {
            return new SignatureResult.Genuine(user);
        }
        String message = MISMATCH + "\n\nThe Canonical String for this request should have been\n'" + canonical
                + "'\n\nThe String-to-Sign should have been\n'" + toSign + "'\n";
        return new Refused(
                Kind.INVALID,
                message,
                "The signature does not match: the secret access key of " + user.userName()
                        + " is another, or the request was changed after it was signed.");
    }

    private static byte[] key(IamUser user, Complete sent) {
        byte[] secret = ("AWS4" + user.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        byte[] ofDate = Digests.hmac(secret, sent.date());
        byte[] ofRegion = Digests.hmac(ofDate, sent.region());
        return Digests.hmac(Digests.hmac(ofRegion, sent.service()), sent.terminator());
    }

    private static Optional<SignatureResult> invalid(String message) {
        return Optional.of(new Refused(Kind.INVALID, message, message));
    }

    private static SignatureResult unknown(String reason) {
        return new Refused(Kind.UNKNOWN_CREDENTIALS, "The security token included in the request is invalid.", reason);
    }
}

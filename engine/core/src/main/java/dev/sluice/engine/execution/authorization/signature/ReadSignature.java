package dev.sluice.engine.execution.authorization.signature;

import dev.sluice.engine.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the signature of a request, in its {@code Authorization} header or else in its query string. */
final class ReadSignature {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int SCOPE_ELEMENTS = 5;
    private static final String MISSING_DATE =
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.";

    private final HttpRequest request;

    private ReadSignature(HttpRequest request) {
        this.request = request;
    }

    static SentSignature of(HttpRequest request) {
        return new ReadSignature(request).read();
    }

    private SentSignature read() {
        Optional<String> authorization =
                request.headers().first("Authorization").filter(value -> !value.isBlank());
        if (authorization.isPresent()) {
            return inHeader(authorization.get());
        }
        Map<String, String> query = query(request.rawQuery());
        return query.containsKey("X-Amz-Signature") || query.containsKey("X-Amz-Credential")
                ? inQuery(query)
                : new SentSignature.Absent();
    }

    private SentSignature inHeader(String authorization) {
        Optional<String> notAPair = IncompleteSignature.ofPairs(authorization);
        if (notAPair.isPresent()) {
            return new SentSignature.Incomplete(notAPair.get());
        }
        int space = authorization.indexOf(' ');
        String algorithm = space < 0 ? "" : authorization.substring(0, space);
        Map<String, String> pairs = pairs(authorization.substring(space + 1));
        Optional<String> date = request.headers()
                .first("X-Amz-Date")
                .or(() -> request.headers().first("Date").map(Timestamps::fromHttpDate));
        var missing = new ArrayList<String>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (pairs.getOrDefault(name, "").isEmpty()) {
                missing.add("Authorization header requires '" + name + "' parameter.");
            }
        }
        if (date.isEmpty()) {
            missing.add(MISSING_DATE);
        }
        if (!missing.isEmpty()) {
            return new SentSignature.Incomplete(String.join(" ", missing) + " Authorization=" + authorization);
        }
        if (!algorithm.equals(ALGORITHM)) {
            return new SentSignature.Incomplete("Unsupported AWS 'algorithm': '" + algorithm + "'.");
        }
        return complete(pairs, date.get(), request.headers().first("X-Amz-Security-Token"), Optional.empty());
    }

    private static SentSignature inQuery(Map<String, String> query) {
        var missing = new ArrayList<String>();
        for (String name : List.of("Algorithm", "Credential", "Signature", "SignedHeaders", "Date")) {
            if (query.getOrDefault("X-Amz-" + name, "").isEmpty()) {
                missing.add("AWS query-string parameters must include 'X-Amz-" + name + "'.");
            }
        }
        if (!missing.isEmpty()) {
            return new SentSignature.Incomplete(String.join(" ", missing) + " Re-examine the query-string parameters.");
        }
        String algorithm = query.get("X-Amz-Algorithm");
        if (!ALGORITHM.equals(algorithm)) {
            return new SentSignature.Incomplete("Unsupported AWS 'algorithm': '" + algorithm + "'.");
        }
        String expires = query.getOrDefault("X-Amz-Expires", "300");
        if (!expires.matches("[0-9]{1,6}") || Long.parseLong(expires) > Timestamps.LONGEST_PRESIGNED_SECONDS) {
            return new SentSignature.Incomplete(
                    "X-Amz-Expires must be from 0 to 604800 seconds, not '" + expires + "'.");
        }
        var pairs = new HashMap<String, String>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            pairs.put(name, query.getOrDefault("X-Amz-" + name, ""));
        }
        return complete(
                pairs,
                query.getOrDefault("X-Amz-Date", ""),
                Optional.ofNullable(query.get("X-Amz-Security-Token")),
                Optional.of(Long.parseLong(expires)));
    }

    private static SentSignature complete(
            Map<String, String> pairs, String date, Optional<String> token, Optional<Long> expires) {
        String credential = pairs.getOrDefault("Credential", "");
        String[] scope = credential.split("/", -1);
        if (scope.length != SCOPE_ELEMENTS) {
            return new SentSignature.Incomplete(
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '"
                            + credential + "'");
        }
        List<String> signedHeaders = Arrays.stream(
                        pairs.getOrDefault("SignedHeaders", "").split(";"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return new SentSignature.Complete(
                scope[0],
                scope[1],
                scope[2],
                scope[3],
                scope[4],
                signedHeaders,
                pairs.getOrDefault("Signature", ""),
                date,
                token,
                expires);
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new HashMap<String, String>();
        for (String pair : text.split(",")) {
            int equals = pair.indexOf('=');
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    private static Map<String, String> query(String raw) {
        var values = new HashMap<String, String>();
        for (String parameter : raw.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        PercentEncoding.decoded(parameter.substring(0, equals)),
                        PercentEncoding.decoded(parameter.substring(equals + 1)));
            }
        }
        return values;
    }
}

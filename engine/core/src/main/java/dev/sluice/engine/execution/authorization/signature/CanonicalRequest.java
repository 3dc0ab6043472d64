package dev.sluice.engine.execution.authorization.signature;

import dev.sluice.engine.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The one spelling of a request that both sides sign. */
final class CanonicalRequest {
    private static final String SIGNATURE = "X-Amz-Signature";

    private CanonicalRequest() {}

    static String of(HttpRequest request, List<String> signedHeaders) {
        return request.method()
                + '\n'
                + path(request.rawPath())
                + '\n'
                + query(request.rawQuery())
                + '\n'
                + headers(request, signedHeaders)
                + '\n'
                + String.join(";", signedHeaders)
                + '\n'
                + Digests.sha256Hex(request.body().bytes());
    }

    /** Dot segments and doubled slashes removed, then every byte encoded, so that escapes are encoded twice. */
    static String path(String raw) {
        var segments = new ArrayDeque<String>();
        for (String segment : raw.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        String end = raw.endsWith("/") && !segments.isEmpty() ? "/" : "";
        String normalized = "/" + String.join("/", segments) + end;
        return PercentEncoding.ofPath(normalized);
    }

    /** Sorted by encoded name, then by encoded value; a presigned request's signature is no part of it. */
    private static String query(String raw) {
        var parameters = new ArrayList<String[]>();
        for (String parameter : raw.split("&")) {
            int equals = parameter.indexOf('=');
            String name = PercentEncoding.ofQueryPart(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = equals < 0 ? "" : PercentEncoding.ofQueryPart(parameter.substring(equals + 1));
            if (!parameter.isEmpty() && !name.equals(SIGNATURE)) {
                parameters.add(new String[] {name, value});
            }
        }
        parameters.sort((a, b) -> a[0].equals(b[0]) ? a[1].compareTo(b[1]) : a[0].compareTo(b[0]));
        return String.join(
                "&", parameters.stream().map(pair -> pair[0] + "=" + pair[1]).toList());
    }

    private static String headers(HttpRequest request, List<String> signedHeaders) {
        var text = new StringBuilder();
        for (String name : signedHeaders) {
            List<String> values = request.headers().all(name).stream()
                    .map(value -> value.strip().replaceAll("\\s+", " "))
                    .toList();
            text.append(name).append(':').append(String.join(",", values)).append('\n');
        }
        return text.toString();
    }
}

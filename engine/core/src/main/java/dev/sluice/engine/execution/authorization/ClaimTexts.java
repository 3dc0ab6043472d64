package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.token.Claims;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Claims as REST APIs hand them on: every value a text, the times of issue and expiry as Java prints dates, lists
 * joined by commas, as seen in events of user pool authorizers [unsure: from many public events, not recorded by us].
 */
final class ClaimTexts {
    private static final Set<String> DATES = Set.of("exp", "iat");

    /** As in {@code Wed May 24 17:40:44 UTC 2017}. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private ClaimTexts() {}

    static Map<String, String> of(Claims claims) {
        var texts = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> claim : claims.all()) {
            texts.put(claim.getKey(), text(claim.getKey(), claim.getValue(), claims));
        }
        return texts;
    }

    private static String text(String name, JsonNode value, Claims claims) {
        if (DATES.contains(name) && value.isNumber()) {
            long seconds = claims.seconds(name).orElse(0);
            boolean printable = Math.abs(seconds) <= Instant.MAX.getEpochSecond();
            return printable ? DATE.format(Instant.ofEpochSecond(seconds)) : value.asString();
        }
        if (value.isArray()) {
            return value.valueStream().map(ClaimTexts::plain).collect(Collectors.joining(","));
        }
        return plain(value);
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}

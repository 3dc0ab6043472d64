package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;

/**
 * A client's key.
 *
 * @param value what the client sends in {@code x-api-key}; 20 to 128 characters, unique in the account
 * @param details what AWS keeps of a key and requests never meet
 */
public record ApiKey(String id, String name, String value, boolean enabled, Details details) {

    /** A key of which nothing else is known. */
    public ApiKey(String id, String name, String value, boolean enabled) {
        this(id, name, value, enabled, Details.NONE);
    }

    /**
     * What an owner notes of a key.
     *
     * @param description may be empty
     * @param customerId the client's id at AWS Marketplace, may be empty
     * @param createdDate seconds since 1970-01-01T00:00Z
     * @param lastUpdatedDate seconds since 1970-01-01T00:00Z
     * @param stageKeys {@code apiId/stage}, from before there were usage plans; opens nothing
     */
    public record Details(
            String description,
            String customerId,
            long createdDate,
            long lastUpdatedDate,
            List<String> stageKeys,
            Map<String, String> tags) {
        public static final Details NONE = new Details("", "", 0, 0, List.of(), Map.of());

        public Details {
            stageKeys = List.copyOf(stageKeys);
            tags = Ordered.copyOf(tags);
        }

        public Details withTags(Map<String, String> newTags) {
            return new Details(description, customerId, createdDate, lastUpdatedDate, stageKeys, newTags);
        }
    }

    public ApiKey withDetails(Details newDetails) {
        return new ApiKey(id, name, value, enabled, newDetails);
    }
}

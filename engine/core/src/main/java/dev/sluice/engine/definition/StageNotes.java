package dev.sluice.engine.definition;

import java.util.Map;

/**
 * What AWS keeps with a stage and requests never meet; kept for answers and round trips.
 *
 * @param createdDate seconds since 1970-01-01T00:00Z; 0 if unknown
 * @param lastUpdatedDate seconds since 1970-01-01T00:00Z; 0 if unknown
 * @param documentationVersion empty for none
 * @param clientCertificateId empty for none
 */
public record StageNotes(
        long createdDate,
        long lastUpdatedDate,
        Map<String, String> tags,
        String documentationVersion,
        String clientCertificateId) {
    public static final StageNotes NONE = new StageNotes(0, 0, Map.of(), "", "");

    public StageNotes {
        tags = Ordered.copyOf(tags);
    }

    public static StageNotes created(long nowSeconds) {
        return NONE.createdAt(nowSeconds);
    }

    private StageNotes createdAt(long nowSeconds) {
        return new StageNotes(nowSeconds, nowSeconds, tags, documentationVersion, clientCertificateId);
    }

    public StageNotes updatedAt(long nowSeconds) {
        return new StageNotes(createdDate, nowSeconds, tags, documentationVersion, clientCertificateId);
    }

    public StageNotes withTags(Map<String, String> newTags) {
        return new StageNotes(createdDate, lastUpdatedDate, newTags, documentationVersion, clientCertificateId);
    }

    public StageNotes withDocumentationVersion(String newVersion) {
        return new StageNotes(createdDate, lastUpdatedDate, tags, newVersion, clientCertificateId);
    }

    public StageNotes withClientCertificateId(String newId) {
        return new StageNotes(createdDate, lastUpdatedDate, tags, documentationVersion, newId);
    }
}

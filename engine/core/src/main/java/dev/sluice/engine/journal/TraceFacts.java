package dev.sluice.engine.journal;

/**
 * What a traced exchange notes besides its record (data-plane section 16).
 *
 * @param traceId {@code 1-8hex-24hex}
 * @param segmentId sixteen hexadecimal digits, the id of the gateway's own segment
 * @param parentId segment of the caller; empty if there is none
 * @param url address as the client called it
 * @param userAgent empty if the client sent none
 */
public record TraceFacts(String traceId, String segmentId, String parentId, String url, String userAgent) {}

package dev.sluice.engine.execution.routing;

import dev.sluice.engine.execution.serving.Entrance;

/**
 * Where a request's host and first path segments lead.
 *
 * @param path what is left of the path within the stage, at least {@code /}, as sent
 * @param fullPath path as the client of the API sees it, the stage or base path included
 * @param domainName host name the API is called by
 * @param basePathMatched base path of the custom domain; empty without one
 */
public record Address(Entrance entrance, String path, String fullPath, String domainName, String basePathMatched) {}

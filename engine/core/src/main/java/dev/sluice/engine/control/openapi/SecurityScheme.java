package dev.sluice.engine.control.openapi;

import dev.sluice.engine.definition.MethodAuthorization;

/** What a security scheme of a document means to API Gateway. */
sealed interface SecurityScheme {
    /** The header {@code x-api-key}. */
    record ApiKey() implements SecurityScheme {}

    /** IAM or an authorizer; the scopes are the operation's to say. */
    record Authorizes(MethodAuthorization authorization) implements SecurityScheme {}

    /** API Gateway passes over it; a problem says so. */
    record Ignored() implements SecurityScheme {}

    /** It is meant to keep callers out, and cannot; a problem says why. */
    record Unusable() implements SecurityScheme {}
}

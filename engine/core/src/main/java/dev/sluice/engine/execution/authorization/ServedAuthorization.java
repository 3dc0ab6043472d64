package dev.sluice.engine.execution.authorization;

import java.util.Optional;

/**
 * What a method asks of its callers, ready for requests.
 *
 * @param scheme how they prove who they are
 * @param resourcePolicy the API's own policy; absent lets everybody in that the scheme does
 */
public record ServedAuthorization(Scheme scheme, Optional<ResourcePolicy> resourcePolicy) {
    /** Nothing at all. The stops know it by identity, and pass it in a nanosecond. */
    public static final ServedAuthorization OPEN = new ServedAuthorization(new Scheme.None(), Optional.empty());

    boolean isOpen() {
        return this == OPEN;
    }

    /** How a caller proves who it is. */
    sealed interface Scheme {
        /** Not at all. */
        record None() implements Scheme {}

        /** By signing the request. */
        record Iam(IamCallers callers) implements Scheme {}

        /** By a user pool's token. */
        record Token(TokenAuthorizer authorizer) implements Scheme {}

        /** By whatever a function accepts. */
        record Function(LambdaAuthorizer authorizer) implements Scheme {}

        /** The method names an authorizer that there is not: nobody can prove anything. */
        record Missing(String authorizerId) implements Scheme {}
    }
}

package dev.sluice.engine.journal;

import dev.sluice.engine.definition.Account;

/**
 * Where an exchange arrived: API, stage and method, as far as it came. Made once for each method of a revision and
 * shared by all its records; what is not known is empty.
 *
 * @param apiName the API's name: a dimension of its metrics and part of a segment's name
 * @param canary whether the stage's canary served it
 * @param resourcePath path template
 * @param configuredMethod the method as the API has it: {@code ANY} where it says so; for an HTTP API the route key
 * @param metricsEnabled whether the stage counts this method on its own
 */
public record Place(
        Kind kind,
        String accountId,
        String region,
        String apiId,
        String apiName,
        String stage,
        boolean canary,
        String resourceId,
        String resourcePath,
        String configuredMethod,
        boolean metricsEnabled) {

    /** Which kind of API: they have metrics and segments of their own. */
    public enum Kind {
        REST,
        HTTP
    }

    /** No API was found. */
    public static final Place NOWHERE = new Place(Kind.REST, "", "", "", "", "", false, "", "", "", false);

    /** A stage, before a method is found. */
    public static Place ofStage(
            Kind kind, Account account, String apiId, String apiName, String stage, boolean canary) {
        return new Place(kind, account.accountId(), account.region(), apiId, apiName, stage, canary, "", "", "", false);
    }

    /** A method on this stage. */
    public Place method(String newResourceId, String path, String httpMethod, boolean counted) {
        return new Place(
                kind, accountId, region, apiId, apiName, stage, canary, newResourceId, path, httpMethod, counted);
    }

    public boolean isNowhere() {
        return apiId.isEmpty();
    }

    public boolean hasMethod() {
        return !configuredMethod.isEmpty();
    }
}

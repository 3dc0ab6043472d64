package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.execution.Exchange;

/** The name of what a request calls, as policies and authorizers know it. */
public final class MethodArn {
    /** Longest name that an authorizer takes, in bytes (data-plane section 3.3). */
    static final int LONGEST = 1_600;

    private static final int SHOWN_DIGITS = 4;

    private MethodArn() {}

    /**
     * As in {@code arn:aws:execute-api:us-east-1:123456789012:abcdef1234/prod/GET/pets/1}: the path is the request's.
     */
    public static String of(Exchange exchange) {
        return ofApi(exchange.table().account(), exchange.stage().apiId()) + rest(exchange);
    }

    /** What every name of an API's methods begins with. */
    static String ofApi(Account account, String apiId) {
        return start(account) + account.accountId() + ":" + apiId + "/";
    }

    /** The same with only the last digits of the account, as clients are told it (captured). */
    static String masked(Exchange exchange) {
        Account account = exchange.table().account();
        String id = account.accountId();
        int shown = Math.min(SHOWN_DIGITS, id.length());
        String masked = "*".repeat(id.length() - shown) + id.substring(id.length() - shown);
        return start(account) + masked + ":" + exchange.stage().apiId() + "/" + rest(exchange);
    }

    private static String start(Account account) {
        return "arn:aws:execute-api:" + account.region() + ":";
    }

    private static String rest(Exchange exchange) {
        return exchange.stage().stageName() + "/" + exchange.httpMethod()
                + exchange.address().path();
    }
}

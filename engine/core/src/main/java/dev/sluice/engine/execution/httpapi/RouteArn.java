package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.execution.Exchange;

/** The name of what a request calls, as policies and authorizers know it. */
final class RouteArn {
    private RouteArn() {}

    /** As in {@code arn:aws:execute-api:us-east-1:123456789012:abcdef1234/$default/GET/pets/1}. */
    static String of(Exchange exchange) {
        Account account = exchange.table().account();
        HttpApiStage stage = exchange.httpApi().stage();
        return "arn:aws:execute-api:" + account.region() + ":" + account.accountId() + ":" + stage.apiId() + "/"
                + stage.stage().stageName() + "/" + exchange.request().method() + exchange.path();
    }
}

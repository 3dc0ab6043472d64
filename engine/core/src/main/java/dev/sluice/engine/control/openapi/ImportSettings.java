package dev.sluice.engine.control.openapi;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;

/**
 * What a document does not say itself.
 *
 * @param apiId the API's id: the ids of its resources follow from it
 * @param account stands in for <code>${AWS::AccountId}</code> and <code>${AWS::Region}</code>
 * @param timeoutCeiling whether an integration may wait for more than 29 s
 */
public record ImportSettings(String apiId, Account account, TimeoutCeiling timeoutCeiling) {}

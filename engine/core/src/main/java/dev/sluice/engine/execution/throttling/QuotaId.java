package dev.sluice.engine.execution.throttling;

/** Whose quota: that of one key in one plan, over all stages of the plan. */
public record QuotaId(String usagePlanId, String apiKeyId) {}

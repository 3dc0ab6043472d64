/**
 * How many requests pass: token buckets, quotas, and the one decision over all of a request's tiers.
 *
 * <p>The one rule: integers only. A rate is a fraction, a bucket counts <em>credits</em> of which a nanosecond adds a
 * whole number and a token costs a whole number, so ten years of decisions drift by nothing and the same requests at
 * the same nanoseconds are always decided alike, live or simulated. The time is an argument everywhere.
 *
 * <p>Read {@link dev.sluice.engine.execution.throttling.BucketLimit} first, which turns a rate and a burst into those
 * integers, then {@link dev.sluice.engine.execution.throttling.TokenBucket} and
 * {@link dev.sluice.engine.execution.throttling.Throttle}. AWS describes the tiers in <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html">Throttle
 * requests to your REST APIs</a> and calls its own limits best effort; these are exact. What AWS leaves open (the
 * tiers' order, what a refusal costs) is a switch of {@link dev.sluice.engine.definition.BehaviourProfile}.
 */
@NullMarked
package dev.sluice.engine.execution.throttling;

import org.jspecify.annotations.NullMarked;

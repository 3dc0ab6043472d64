/**
 * The bucket tank: one token bucket, drawn so that its behaviour can be seen and its two numbers can be changed in
 * place.
 *
 * <p>The one rule: whatever is true of a bucket is worked out in {@link dev.sluice.app.kit.tank.TankModel}, without a
 * toolkit and from readings alone; the view only draws it. Start with {@code TankModel}, then
 * {@link dev.sluice.app.kit.tank.TankFrame}, then {@link dev.sluice.app.kit.tank.BucketTank}. What a token bucket is:
 * <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html">throttle
 * requests to your REST APIs</a>.
 */
@NullMarked
package dev.sluice.app.kit.tank;

import org.jspecify.annotations.NullMarked;

/**
 * Amazon API Gateway's control plane, version 2015-07-09, for REST APIs (control-plane sections 3 to 7). Four roles:
 * {@code ...Routes} say which request is which operation and read it, the operations themselves are in {@code control},
 * {@code ...Responses} write their results. Start with {@link dev.sluice.engine.aws.apigateway.ApiGateway}.
 */
@NullMarked
package dev.sluice.engine.aws.apigateway;

import org.jspecify.annotations.NullMarked;

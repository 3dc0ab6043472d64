/**
 * The control operations on gateway responses: list, get, put, update, delete, as pure functions of a workspace.
 *
 * <p>The one rule: what is stored is what was given; AWS's defaults are filled in where somebody looks. Start with
 * {@link dev.sluice.engine.control.gatewayresponses.GatewayResponseOperations}. Follows the <a
 * href="https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html">API reference</a> and what was
 * recorded of it (data-plane section 3.4).
 */
@NullMarked
package dev.sluice.engine.control.gatewayresponses;

import org.jspecify.annotations.NullMarked;

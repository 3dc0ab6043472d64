/**
 * The endpoint's side of a request: what to call and by when
 * ({@link dev.sluice.engine.execution.integration.CallIntegration}), and what became of it
 * ({@link dev.sluice.engine.execution.integration.ReadIntegrationResponse}). Data-plane sections 9 and 10.
 */
@NullMarked
package dev.sluice.engine.execution.integration;

import org.jspecify.annotations.NullMarked;

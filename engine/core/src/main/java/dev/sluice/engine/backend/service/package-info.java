/**
 * AWS services as neighbours of the gateway: what a request to one is on its wire, and who answers it. Data-plane
 * section 10.10.
 *
 * <p>The one rule: a service gets the request as its real counterpart would, protocol, headers and body, and answers in
 * that protocol. Start with {@link dev.sluice.engine.backend.service.ServiceRequest}.
 */
@NullMarked
package dev.sluice.engine.backend.service;

import org.jspecify.annotations.NullMarked;

/**
 * Service Quotas of API Gateway (control-plane section 3.5). Start with
 * {@link dev.sluice.engine.aws.servicequotas.ServiceQuotas}.
 */
@NullMarked
package dev.sluice.engine.aws.servicequotas;

import org.jspecify.annotations.NullMarked;

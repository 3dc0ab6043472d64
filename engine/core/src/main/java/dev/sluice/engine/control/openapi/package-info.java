/**
 * OpenAPI 3.0 and Swagger 2.0 documents with {@code x-amazon-apigateway-*} extensions, to and from
 * {@link dev.sluice.engine.definition.ApiDefinition}.
 *
 * <p>The one rule: what a document says is either carried or named in a problem with its line, never dropped silently.
 * A method that could not behave correctly is left out with an error. Start with
 * {@link dev.sluice.engine.control.openapi.OpenApiReader}; each {@code Read...} class reads one kind of object.
 * Extensions: <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html">OpenAPI
 * extensions for API Gateway</a>; what is ignored: control-plane section 7.2.
 */
@NullMarked
package dev.sluice.engine.control.openapi;

import org.jspecify.annotations.NullMarked;

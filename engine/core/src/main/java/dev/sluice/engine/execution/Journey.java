package dev.sluice.engine.execution;

import dev.sluice.engine.execution.authorization.Authenticate;
import dev.sluice.engine.execution.authorization.Authorize;
import dev.sluice.engine.execution.authorization.CallAuthorizer;
import dev.sluice.engine.execution.authorization.CheckResourcePolicy;
import dev.sluice.engine.execution.authorization.IdentifyApiKey;
import dev.sluice.engine.execution.authorization.ReadAuthorizerResult;
import dev.sluice.engine.execution.caching.FillCache;
import dev.sluice.engine.execution.caching.LookInCache;
import dev.sluice.engine.execution.compression.DecompressRequest;
import dev.sluice.engine.execution.httpapi.AuthorizeRoute;
import dev.sluice.engine.execution.httpapi.CallRoute;
import dev.sluice.engine.execution.httpapi.FindRoute;
import dev.sluice.engine.execution.httpapi.LimitRoute;
import dev.sluice.engine.execution.httpapi.ReadRoute;
import dev.sluice.engine.execution.httpapi.ReadRouteAuthorizer;
import dev.sluice.engine.execution.integration.CallIntegration;
import dev.sluice.engine.execution.integration.ReadIntegrationResponse;
import dev.sluice.engine.execution.mapping.MapRequest;
import dev.sluice.engine.execution.mapping.MapResponse;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.routing.FindMethod;
import dev.sluice.engine.execution.routing.FindStage;
import dev.sluice.engine.execution.throttling.ApplyLimits;
import dev.sluice.engine.execution.validation.StartExecution;
import dev.sluice.engine.execution.validation.ValidateRequest;
import java.util.List;

/**
 * The stops of a request, in order. Bytes become a request before the first one and an answer bytes after the last one,
 * in the driver; {@link LastWord} writes the answer, also that of a refusal.
 */
record Journey(List<Stop> stops, LastWord lastWord) {

    /** A request to a REST API (data-plane section 1). */
    static Journey ofRestApi(MappingTemplates templates, LastWord reply) {
        return new Journey(
                List.of(
                        new FindStage(), // host and base path to API, stage, deployment; canary split
                        new FindMethod(), // path and HTTP method to resource and method
                        new CheckResourcePolicy(), // what the API's policy denies before anybody is asked
                        new Authenticate(), // signature or token to caller
                        new CallAuthorizer(), // what a Lambda authorizer is asked; the driver performs it
                        new ReadAuthorizerResult(), // what it said
                        new Authorize(), // caller's and API's policies together
                        new IdentifyApiKey(), // API key to usage plan
                        new ApplyLimits(), // quota and the throttle tiers
                        new DecompressRequest(), // the body as it was before compression
                        new StartExecution(), // the caller is admitted
                        new ValidateRequest(), // required parameters, body against its model
                        new LookInCache(), // an answer kept from an earlier request
                        new MapRequest(templates), // parameter mapping and request template
                        new CallIntegration(), // what to call and by when; the driver performs it
                        new ReadIntegrationResponse(), // what became of it
                        new MapResponse(templates), // integration response to method response
                        new FillCache()), // kept for later requests
                reply);
    }

    /** A request to an HTTP API (data-plane section 19). It begins where that to a REST API does. */
    static Journey ofHttpApi(LastWord reply) {
        return new Journey(
                List.of(
                        new FindStage(), // host and base path to API and stage
                        new FindRoute(), // path and HTTP method to route; a preflight without one is answered
                        new AuthorizeRoute(), // who is calling, and may that caller
                        new ReadRouteAuthorizer(), // what a Lambda authorizer said
                        new LimitRoute(), // the throttle tiers
                        new CallRoute(), // parameter mapping, what to call and by when; the driver performs it
                        new ReadRoute()), // what became of it, mapped for the client
                reply);
    }

    /**
     * A test of one method (data-plane section 17): the method is given, and neither key nor limit nor authorizer is
     * asked.
     */
    static Journey ofTest(MappingTemplates templates, LastWord reply) {
        return new Journey(
                List.of(
                        new StartExecution(), // nothing stands before it
                        new ValidateRequest(), // required parameters, body against its model
                        new MapRequest(templates), // parameter mapping and request template
                        new CallIntegration(), // what to call and by when; the driver performs it
                        new ReadIntegrationResponse(), // what became of it
                        new MapResponse(templates)), // integration response to method response
                reply);
    }
}

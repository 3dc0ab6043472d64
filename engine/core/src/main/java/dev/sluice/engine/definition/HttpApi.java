package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP API (API Gateway version 2, protocol HTTP): the draft, its frozen deployments and the stages that serve them.
 *
 * @param id ten lower-case letters and digits
 * @param draft what a deployment freezes; a stage with automatic deployment serves it as it is
 */
public record HttpApi(String id, Definition draft, List<Deployment> deployments, List<Stage> stages) {
    /** The stage that is called without its name. */
    public static final String DEFAULT_STAGE = "$default";

    /** The route that takes what no other takes. */
    public static final String DEFAULT_ROUTE = "$default";

    public HttpApi {
        deployments = List.copyOf(deployments);
        stages = List.copyOf(stages);
    }

    public String name() {
        return draft.name();
    }

    public Optional<Stage> stage(String stageName) {
        return stages.stream()
                .filter(stage -> stage.stageName().equals(stageName))
                .findFirst();
    }

    public Optional<Deployment> deployment(String deploymentId) {
        return deployments.stream()
                .filter(deployment -> deployment.deploymentId().equals(deploymentId))
                .findFirst();
    }

    /** What a stage serves: the draft if it deploys by itself, its deployment otherwise; empty if that is missing. */
    public Optional<Definition> served(Stage stage) {
        return stage.autoDeploy()
                ? Optional.of(draft)
                : stage.deploymentId().flatMap(this::deployment).map(Deployment::definition);
    }

    /** What is frozen: everything but the stages. */
    public record Definition(
            String name,
            String description,
            String version,
            Optional<CorsConfiguration> corsConfiguration,
            List<Route> routes,
            List<Integration> integrations,
            List<Authorizer> authorizers) {
        public Definition {
            routes = List.copyOf(routes);
            integrations = List.copyOf(integrations);
            authorizers = List.copyOf(authorizers);
        }

        public Definition with(
                List<Route> newRoutes, List<Integration> newIntegrations, List<Authorizer> newAuthorizers) {
            return new Definition(
                    name, description, version, corsConfiguration, newRoutes, newIntegrations, newAuthorizers);
        }

        public Optional<Integration> integration(String integrationId) {
            return integrations.stream()
                    .filter(integration -> integration.integrationId().equals(integrationId))
                    .findFirst();
        }

        public Optional<Authorizer> authorizer(String authorizerId) {
            return authorizers.stream()
                    .filter(authorizer -> authorizer.authorizerId().equals(authorizerId))
                    .findFirst();
        }
    }

    /**
     * Preflights answered without a route; the same headers are laid over what a backend sends.
     *
     * @param maxAge seconds a browser keeps the answer
     */
    public record CorsConfiguration(
            boolean allowCredentials,
            List<String> allowHeaders,
            List<String> allowMethods,
            List<String> allowOrigins,
            List<String> exposeHeaders,
            Optional<Integer> maxAge) {
        public CorsConfiguration {
            allowHeaders = List.copyOf(allowHeaders);
            allowMethods = List.copyOf(allowMethods);
            allowOrigins = List.copyOf(allowOrigins);
            exposeHeaders = List.copyOf(exposeHeaders);
        }
    }

    /**
     * One route.
     *
     * @param routeKey {@code GET /pets/{id}}, {@code ANY /files/{proxy+}} or {@code $default}
     * @param integrationId the integration that answers
     */
    public record Route(
            String routeId,
            String routeKey,
            String integrationId,
            AuthorizationType authorizationType,
            Optional<String> authorizerId,
            List<String> authorizationScopes,
            Optional<String> operationName) {
        public Route {
            authorizationScopes = List.copyOf(authorizationScopes);
        }
    }

    public enum AuthorizationType {
        NONE,
        AWS_IAM,
        JWT,
        CUSTOM
    }

    /**
     * What a route calls.
     *
     * @param integrationMethod empty keeps the client's
     * @param integrationUri HTTP address or function ARN
     * @param requestParameters {@code append|overwrite|remove:header.X}, {@code ...:querystring.X},
     *     {@code overwrite:path} to the value
     * @param responseParameters by status code, the same kind of mapping
     * @param timeoutInMillis 50 to 30,000
     */
    public record Integration(
            String integrationId,
            IntegrationType integrationType,
            String integrationMethod,
            String integrationUri,
            PayloadFormatVersion payloadFormatVersion,
            Optional<String> connectionId,
            Optional<String> credentialsArn,
            Map<String, String> requestParameters,
            Map<String, Map<String, String>> responseParameters,
            int timeoutInMillis) {
        /** Longest wait for an endpoint in milliseconds (data-plane section 18). */
        public static final int LONGEST_TIMEOUT_MILLIS = 30_000;

        public Integration {
            requestParameters = Ordered.copyOf(requestParameters);
            responseParameters = Ordered.copyOf(responseParameters);
        }
    }

    public enum IntegrationType {
        AWS_PROXY,
        HTTP_PROXY
    }

    /** Shape of the event a function gets. */
    public enum PayloadFormatVersion {
        V1_0,
        V2_0
    }

    /** Who decides whether a caller may call. */
    public sealed interface Authorizer {
        String authorizerId();

        String name();

        /** @param identitySource {@code $request.header.Authorization} and the like */
        record Jwt(String authorizerId, String name, String identitySource, String issuer, List<String> audience)
                implements Authorizer {
            public Jwt {
                audience = List.copyOf(audience);
            }
        }

        /**
         * A function that decides.
         *
         * @param resultTtlInSeconds 0 to 3600; 0 keeps none
         */
        record Request(
                String authorizerId,
                String name,
                List<String> identitySource,
                String authorizerUri,
                PayloadFormatVersion payloadFormatVersion,
                boolean enableSimpleResponses,
                int resultTtlInSeconds)
                implements Authorizer {
            public Request {
                identitySource = List.copyOf(identitySource);
            }
        }
    }

    /**
     * A named, callable snapshot.
     *
     * @param autoDeploy whether it serves the draft; then it has no deployment of its own
     * @param deploymentId what it serves otherwise
     * @param routeSettings by route key
     */
    public record Stage(
            String stageName,
            boolean autoDeploy,
            Optional<String> deploymentId,
            String description,
            Map<String, String> stageVariables,
            RouteSettings defaultRouteSettings,
            Map<String, RouteSettings> routeSettings,
            Optional<AccessLogSettings> accessLogSettings) {
        public Stage {
            stageVariables = Ordered.copyOf(stageVariables);
            routeSettings = Ordered.copyOf(routeSettings);
        }
    }

    /** Limits and metrics of a stage's routes, or of one. */
    public record RouteSettings(Optional<ThrottleSettings> throttle, boolean detailedMetricsEnabled) {
        public static final RouteSettings NONE = new RouteSettings(Optional.empty(), false);
    }

    /** @param createdDate seconds since 1970-01-01T00:00Z */
    public record Deployment(String deploymentId, String description, long createdDate, Definition definition) {}
}

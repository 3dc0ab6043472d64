package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A neighbour of the gateway that the workbench models itself. */
public sealed interface Backend permits Backend.Function, Backend.HttpEndpoint, Backend.TargetGroup, ServiceBackend {
    /** Unique in the workspace. */
    String name();

    /** What integrations and authorizers invoke by the name in an ARN. */
    sealed interface Function extends Backend permits ModelledFunction, HttpFunction, ProcessFunction {
        /** The function as the workbench plays it; absent if it cannot. */
        Optional<ModelledFunction> played();
    }

    /** A function that the workbench plays itself. */
    record ModelledFunction(String name, FunctionModel model, FunctionLimits limits) implements Function {
        /** One that only answers, always warm. */
        public ModelledFunction(String name, FunctionAnswer answer, Latency latency) {
            this(name, FunctionModel.of(answer, latency), FunctionLimits.OF_A_MODEL);
        }

        @Override
        public Optional<ModelledFunction> played() {
            return Optional.of(this);
        }
    }

    /**
     * An HTTP server known by its authority: an integration whose URI names it is answered from here and never leaves
     * the machine.
     *
     * @param authority {@code host} or {@code host:port} as it stands in the URI
     * @param routes tried in order; none matching answers 404
     */
    record HttpEndpoint(String name, String authority, List<Route> routes) implements Backend {
        public HttpEndpoint {
            routes = List.copyOf(routes);
        }
    }

    /** Targets behind a VPC link's load balancer. */
    record TargetGroup(String name, List<Target> targets) implements Backend {
        public TargetGroup {
            targets = List.copyOf(targets);
        }
    }

    /** What a modelled function returns. */
    sealed interface FunctionAnswer {
        /** A fixed payload: JSON text, handed over as it is, right or wrong in shape. */
        record Payload(String json) implements FunctionAnswer {}

        /** A proxy response 200 whose body is the event. */
        record EchoEvent() implements FunctionAnswer {}

        /** The function throws. */
        record Fails(String errorMessage, String errorType) implements FunctionAnswer {}
    }

    /**
     * How long an answer takes.
     *
     * @param medianMillis half of the answers come sooner; the fixed time if {@code p99Millis} is absent
     * @param p99Millis 99 % of the answers come sooner; then the times are log-normal
     */
    record Latency(double medianMillis, Optional<Double> p99Millis) {
        public static final Latency NONE = new Latency(0, Optional.empty());

        public static Latency ofMillis(double millis) {
            return new Latency(millis, Optional.empty());
        }
    }

    /**
     * @param method upper case, or {@code ANY}
     * @param path exact path or template with <code>{name}</code> segments; a trailing <code>{proxy+}</code> takes the
     *     rest
     */
    record Route(String method, String path, HttpAnswer answer) {}

    /** A fixed HTTP answer. */
    record HttpAnswer(int status, Map<String, String> headers, String body, Latency latency) {
        public HttpAnswer {
            headers = Ordered.copyOf(headers);
        }
    }

    /**
     * One target of a load balancer.
     *
     * @param healthy what the health check says: the switch that teaches 503
     * @param inboundAllowed whether its security group lets connections in from the load balancer
     * @param answer what it answers; absent forwards to the integration's own URI
     */
    record Target(String id, boolean healthy, boolean inboundAllowed, Optional<HttpAnswer> answer) {
        /** A target that its load balancer can reach. */
        public Target(String id, boolean healthy, Optional<HttpAnswer> answer) {
            this(id, healthy, true, answer);
        }
    }
}

package dev.sluice.engine.backend.region;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.backend.bus.BusService;
import dev.sluice.engine.backend.function.FunctionRuntime;
import dev.sluice.engine.backend.neighbour.Agenda;
import dev.sluice.engine.backend.neighbour.InvokeResult;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.JsonProtocol;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceIds;
import dev.sluice.engine.backend.protocol.ServiceModel;
import dev.sluice.engine.backend.queue.QueueService;
import dev.sluice.engine.backend.queue.SqsOperations;
import dev.sluice.engine.backend.queue.WaitingMessage;
import dev.sluice.engine.backend.service.ServiceEndpoint;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.backend.service.Services;
import dev.sluice.engine.backend.states.ExecutionReading;
import dev.sluice.engine.backend.states.StatesOperations;
import dev.sluice.engine.backend.states.StatesService;
import dev.sluice.engine.backend.stream.StreamService;
import dev.sluice.engine.backend.table.TableService;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.ServiceBackend;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The modelled neighbours of one engine: queues, state machines, buses, streams and tables with what they hold. It
 * outlives a change of the configuration. Safe for any number of threads.
 */
public final class Region implements Services {
    /** Things that happen during one question; see {@link Agenda#advance}. */
    private static final int MOST_HAPPENINGS = 20_000;

    private static final int MOST_RECORDED = 500;
    private static final int MOST_CHARACTERS = 8_192;
    private static final int LARGEST_RECORDED_BODY = 65_536;

    private final Object lock = new Object();
    private final FunctionRuntime runtime;
    private final Agenda agenda = new Agenda();
    private final Others others = new Others();
    private final QueueService queues = new QueueService(others);
    private final StatesService states = new StatesService(others);
    private final BusService buses = new BusService(others);
    private final StreamService streams = new StreamService(others);
    private final TableService tables = new TableService();
    private final RecordingServices recordings = new RecordingServices(this);
    private final Latest<RecordedRequest> requests = new Latest<>(MOST_RECORDED);
    private final Latest<RecordedInvocation> invocations = new Latest<>(MOST_RECORDED);
    private final Map<String, ServiceModel> models = new HashMap<>();
    private final Map<String, ServiceEndpoint> endpoints = new HashMap<>();
    private Account account = Account.DEFAULT;
    private Map<String, ModelledFunction> functions = Map.of();
    private long reachedNanos = Long.MIN_VALUE;

    /** A region in which nothing is yet. */
    public Region() {
        this(FunctionRuntime.fresh());
    }

    /** The same, with functions that run in these environments. */
    public Region(FunctionRuntime runtime) {
        this.runtime = runtime;
        add("sqs", new SqsOperations(queues), new Protocol.Sqs(new JsonProtocol("1.0", "com.amazonaws.sqs")));
        add("states", new StatesOperations(states), Protocol.Json.of("1.0", ""));
        add("events", buses, Protocol.Json.of("1.1", ""));
        add("kinesis", streams, Protocol.Json.of("1.1", ""));
        add("dynamodb", tables, Protocol.Json.of("1.0", "com.amazonaws.dynamodb.v20120810"));
    }

    private void add(String service, ServiceModel model, Protocol protocol) {
        models.put(service, model);
        endpoints.put(service, new Endpoint(this, model, protocol));
    }

    /** Takes over what a workspace says; what keeps its name keeps what it holds. */
    public void configure(Workspace workspace) {
        synchronized (lock) {
            account = workspace.account();
            List<Backend> backends = workspace.backends();
            functions = of(backends, Backend.Function.class).stream()
                    .flatMap(function -> function.played().stream())
                    .collect(Collectors.toMap(ModelledFunction::name, function -> function, (first, second) -> first));
            queues.configure(of(backends, ServiceBackend.Queue.class), Math.max(0, reachedNanos));
            states.configure(of(backends, ServiceBackend.StateMachine.class));
            buses.configure(of(backends, ServiceBackend.EventBus.class));
            streams.configure(of(backends, ServiceBackend.Stream.class));
            tables.configure(of(backends, ServiceBackend.Table.class));
            recordings.configure(of(backends, ServiceBackend.RecordingService.class));
        }
    }

    private static <T> List<T> of(List<Backend> backends, Class<T> kind) {
        return backends.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public Optional<ServiceEndpoint> find(String service) {
        synchronized (lock) {
            return Optional.ofNullable(endpoints.get(service)).or(() -> recordings.find(service));
        }
    }

    /** Every neighbour at this instant. Looking lets happen what is due, and nothing else. */
    public RegionReading read(long nowNanos) {
        return at(
                nowNanos,
                reached -> new RegionReading(
                        reached,
                        queues.read(reached),
                        states.read(),
                        buses.read(),
                        streams.read(),
                        tables.read(),
                        requests.list(),
                        invocations.list()));
    }

    /** One execution with its history; absent if it is not there or not kept any more. */
    public Optional<ExecutionReading> execution(String executionArn, long nowNanos) {
        return at(nowNanos, reached -> states.read(executionArn));
    }

    /** The oldest messages of a queue, without receiving them; none if there is no such queue. */
    public List<WaitingMessage> peek(String queue, int most, long nowNanos) {
        return at(nowNanos, reached -> queues.peek(queue, most, reached));
    }

    /** Does what is due until this instant, then this. */
    <T> T at(long nowNanos, LongFunction<T> action) {
        synchronized (lock) {
            reachedNanos = agenda.advance(nowNanos, MOST_HAPPENINGS);
            return action.apply(reachedNanos);
        }
    }

    void record(long nowNanos, String operation, String resource, ServiceRequest request, int status) {
        ServiceRequest kept = request.body().length() <= LARGEST_RECORDED_BODY
                ? request
                : new ServiceRequest(
                        request.service(),
                        request.method(),
                        request.path(),
                        request.action(),
                        request.query(),
                        request.headers(),
                        Body.EMPTY);
        synchronized (lock) {
            requests.add(new RecordedRequest(nowNanos, request.service(), operation, resource, kept, status));
        }
    }

    /** What the neighbours see of one another; used under the lock only. */
    private final class Others implements Neighbours {
        @Override
        public Account account() {
            return account;
        }

        @Override
        public Agenda agenda() {
            return agenda;
        }

        @Override
        public Call.Timed invoke(
                String caller, String functionName, Body event, long nowNanos, SplittableRandom random) {
            ModelledFunction function = functions.get(functionName);
            Call.Timed timed = function == null
                    ? notFound(functionName)
                    : new FunctionInvocation(function, event, ServiceIds.uuid(random), random.nextLong(), runtime)
                            .perform(nowNanos);
            String failure = InvokeResult.of(timed.outcome()) instanceof InvokeResult.Failed(String error, String cause)
                    ? error
                    : "";
            String text = event.utf8();
            invocations.add(new RecordedInvocation(
                    nowNanos,
                    caller,
                    functionName,
                    text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text,
                    timed.latencyNanos(),
                    failure));
            return timed;
        }

        private static Call.Timed notFound(String functionName) {
            Body body = Body.utf8("There is no modelled function " + functionName + ".");
            return new Call.Timed(new Outcome.Answered(new HttpResponse(404, Headers.NONE, body)), 0);
        }

        @Override
        public Result request(
                String service, String operation, ObjectNode input, long nowNanos, SplittableRandom random) {
            ServiceModel model = models.get(service);
            if (model == null) {
                throw ServiceException.of("UnknownService", "There is no service " + service + " here.");
            }
            return model.perform(operation, input, nowNanos, random);
        }
    }
}

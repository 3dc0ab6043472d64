package dev.sluice.engine.conformance;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The backends of a case: they answer as its format says and remember what they were asked. For any thread. */
final class Stubs {
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, StubBehaviour> behaviours = new HashMap<>();
    private final Map<String, HttpRequest> lastRequest = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();

    Stubs(JsonNode backends) {
        for (JsonNode backend : backends) {
            String name = backend.path("name").asString();
            kinds.put(name, backend.path("kind").asString());
            behaviours.put(name, new StubBehaviour(backend.path("behavior")));
        }
    }

    List<String> problems() {
        return kinds.entrySet().stream()
                .flatMap(stub -> behaviours.get(stub.getKey()).problems(stub.getValue()).stream())
                .toList();
    }

    List<String> httpNames() {
        return names("http");
    }

    List<String> names(String kind) {
        return kinds.keySet().stream()
                .filter(name -> kinds.get(name).equals(kind))
                .toList();
    }

    boolean refuses(String name) {
        return behaviours.get(name).type().equals("refuse");
    }

    /** How long the stub may take to answer. */
    long longestDelayNanos(String name) {
        return behaviours.get(name).longestDelayNanos();
    }

    /** The workspace's backends. Of functions only their names matter: the stubs answer for them. */
    List<Backend> backends() {
        var backends = new ArrayList<Backend>();
        kinds.forEach((name, kind) -> {
            if (kind.equals("lambda")) {
                backends.add(new Backend.ModelledFunction(name, new FunctionAnswer.EchoEvent(), Backend.Latency.NONE));
            }
            ServiceStubs.backend(kind, name, behaviours.get(name).json()).ifPresent(backends::add);
        });
        return backends;
    }

    synchronized int calls(String name) {
        return calls.getOrDefault(name, 0);
    }

    /** A function's request has its event as body. */
    synchronized Optional<HttpRequest> lastRequest(String name) {
        return Optional.ofNullable(lastRequest.get(name));
    }

    synchronized Call.Timed function(String name, Body event) {
        received(name, new HttpRequest("POST", "/", Headers.NONE, event, ""));
        return behaviours.get(name).function(event);
    }

    synchronized Call.Timed http(String name, HttpRequest request) {
        int count = refuses(name) ? 0 : received(name, request);
        return behaviours.get(name).http(request, count);
    }

    /** A service answers by itself; what it was asked is remembered for each stub of its kind. */
    synchronized void service(ServiceRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        var received = new HttpRequest(request.method(), request.path() + query, request.headers(), request.body(), "");
        kinds.forEach((name, kind) -> {
            if (ServiceStubs.service(kind).equals(request.service())) {
                received(name, received);
            }
        });
    }

    private int received(String name, HttpRequest request) {
        lastRequest.put(name, request);
        return calls.merge(name, 1, Integer::sum);
    }
}

package dev.sluice.engine.conformance;

import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.driver.simulation.Answer;
import dev.sluice.engine.driver.simulation.Arrival;
import dev.sluice.engine.driver.simulation.Simulation;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Virtual time: stubs answer without a network, and every wait is an event in a queue. */
final class SimulatedDriver implements CaseDriver {
    private static final int FIRST_PORT = 2000;

    private final Stubs stubs;
    private final Map<String, Integer> ports = new TreeMap<>();
    private Dialogue.Opener gateway = request -> {
        throw new IllegalStateException("not connected");
    };
    private long nowNanos = CaseRun.START_NANOS;

    SimulatedDriver(Stubs stubs) {
        this.stubs = stubs;
        stubs.httpNames().forEach(name -> ports.put(name, FIRST_PORT + ports.size()));
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Map<String, Integer> ports() {
        return ports;
    }

    @Override
    public void connect(Dialogue.Opener engine) {
        gateway = StubbedGateway.simulated(engine, stubs, ports);
    }

    @Override
    public HttpResponse send(CaseRequest request) {
        var answers = new ArrayList<Answer<String>>();
        var arrival = new Arrival<>(nowNanos, request.withoutWire(), "request");
        new Simulation<>(gateway, List.of(arrival).iterator(), answers::add).run();
        nowNanos = answers.getFirst().endNanos();
        return onTheWire(request, answers.getFirst().response());
    }

    /** What a socket makes of it: {@code Connection} as asked, and to HEAD no body (RFC 9110 section 9.3.2). */
    private static HttpResponse onTheWire(CaseRequest asked, HttpResponse response) {
        HttpRequest request = asked.withoutWire();
        Headers.Builder headers = response.headers().toBuilder();
        if (!headers.contains("Connection")) {
            boolean close = request.headers().first("Connection").orElse("").equalsIgnoreCase("close");
            headers.add("Connection", close ? "close" : "keep-alive");
        }
        return new HttpResponse(
                response.status(), headers.build(), request.method().equals("HEAD") ? Body.EMPTY : response.body());
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public void advance(long nanos) {
        nowNanos += nanos;
    }

    @Override
    public void close() {
        // nothing is open
    }
}

package dev.sluice.engine.bench.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the two servers in a JVM of its own, and what {@code wrk} measured of it. */
final class Contender implements AutoCloseable {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
    private static final Pattern FAULT = Pattern.compile("Socket errors.*|Non-2xx.*");

    /**
     * One round.
     *
     * @param perSecond requests answered each second
     * @param cpuMicros CPU time of the server for one request, microseconds
     */
    record Round(double perSecond, double cpuMicros) {}

    private final String name;
    private final Process process;
    private final int port;
    private final List<Round> rounds = new ArrayList<>();

    private Contender(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    /** Starts the class's {@code main} under the Java that runs this. */
    static Contender start(String name, Class<?> server, List<String> jvmOptions) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), server.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (port == null) {
            throw new IOException(name + " ended before it listened; its messages are above");
        }
        return new Contender(name, process, Integer.parseInt(port));
    }

    String name() {
        return name;
    }

    List<Round> rounds() {
        return rounds;
    }

    /** The answer to one request with the values of headers left out: what must be the same for both. */
    List<String> shape() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            String head = "GET " + MeasuredApi.PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\nx-api-key: " + MeasuredApi.KEY;
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var shape = new ArrayList<String>();
            shape.add(answer.readLine());
            for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
                shape.add(line.substring(0, line.indexOf(':')) + ", " + line.length() + " characters");
            }
            var body = new char[MeasuredApi.ANSWER.length()];
            int length = answer.read(body);
            shape.add(new String(body, 0, Math.max(0, length)));
            return shape;
        }
    }

    /** Runs the load once without counting it. */
    void warmUp(int seconds) throws IOException {
        wrk(seconds);
    }

    void measure(int seconds) throws IOException {
        rounds.add(wrk(seconds));
    }

    private Round wrk(int seconds) throws IOException {
        Duration before = cpu();
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c32",
                        "-d" + seconds + "s",
                        "-H",
                        "x-api-key: " + MeasuredApi.KEY,
                        "http://127.0.0.1:" + port + MeasuredApi.PATH)
                .redirectErrorStream(true)
                .start();
        String report = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Duration used = cpu().minus(before);
        if (FAULT.matcher(report).find()) {
            throw new IOException(name + " did not answer everything with 200:\n" + report);
        }
        double requests = Double.parseDouble(find(COUNT, report));
        return new Round(Double.parseDouble(find(RATE, report)), used.toNanos() / 1e3 / requests);
    }

    private static String find(Pattern pattern, String report) throws IOException {
        Matcher matcher = pattern.matcher(report);
        if (!matcher.find()) {
            throw new IOException("wrk said something else than expected:\n" + report);
        }
        return matcher.group(1);
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends its standard input, and with that the server. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}

package dev.sluice.engine.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real AWS CLI against a listener, with the article's own commands. Needs {@code aws} on the path. */
class AwsCliTest {
    private final WallClock clock = WallClock.system();
    private final Engine engine = Engine.open(
            WorkspaceFolder.open(Path.of("../../sample-apis/troubleshooting-429"))
                    .workspace(),
            Engine.Settings.startingAt(clock.nowNanos(), 7));

    @TempDir
    Path folder;

    private LiveListener listener;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(hasCli(), "the AWS CLI is not installed: its tests are left out");
        listener = LiveListener.start(ControlPlane.before(engine), ListenerOptions.STANDARD.onPort(0), clock);
    }

    @AfterEach
    void stop() {
        if (listener != null) {
            listener.close();
        }
    }

    @Test
    void theArticlesCommandsShowAndChangeTheLimitsOfTheStage() throws Exception {
        String before = aws("apigateway get-stage --rest-api-id a1b2c3d4e5 --stage-name prod");
        assertTrue(before.contains("methodSettings"), before);
        String after = aws("apigateway update-stage --rest-api-id a1b2c3d4e5 --stage-name prod --patch-operations"
                + " op=replace,path=/*/*/throttling/rateLimit,value=5000"
                + " op=replace,path=/*/*/throttling/burstLimit,value=2000");
        var all = Json.read(after).orElseThrow().path("methodSettings").path("*/*");
        assertEquals(5000.0, all.path("throttlingRateLimit").doubleValue());
        assertEquals(2000, all.path("throttlingBurstLimit").intValue());
        assertEquals(
                2000,
                engine.workspace()
                        .restApi("a1b2c3d4e5")
                        .orElseThrow()
                        .stage("prod")
                        .orElseThrow()
                        .methodSettings()
                        .get("*/*")
                        .throttle()
                        .orElseThrow()
                        .burstLimit());
    }

    private String aws(String line) throws Exception {
        var command = new ArrayList<>(List.of("aws", "--endpoint-url", "http://127.0.0.1:" + listener.port()));
        command.addAll(List.of(line.split(" ")));
        Process process = start(command);
        String out = Files.readString(folder.resolve("out"));
        assertEquals(0, process.exitValue(), () -> out);
        return out;
    }

    private boolean hasCli() throws InterruptedException {
        try {
            return start(List.of("aws", "--version")).exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Process start(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
        builder.environment().put("AWS_PAGER", "");
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the AWS CLI did not end");
        return process;
    }
}

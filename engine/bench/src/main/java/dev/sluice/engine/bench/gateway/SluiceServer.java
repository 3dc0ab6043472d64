package dev.sluice.engine.bench.gateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.driver.live.ListenException;
import dev.sluice.engine.driver.live.ListenerOptions;
import dev.sluice.engine.driver.live.LiveListener;
import dev.sluice.engine.driver.live.WallClock;
import java.io.IOException;

/** Sluice serving {@link MeasuredApi} on one event loop. Prints its port; stops when its standard input ends. */
public final class SluiceServer {
    private SluiceServer() {}

    public static void main(String[] args) throws ListenException, IOException {
        WallClock clock = WallClock.system();
        Engine engine = Engine.open(MeasuredApi.workspace(), Engine.Settings.startingAt(clock.nowNanos(), 1));
        try (var listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD, clock)) {
            System.out.println(listener.port());
            System.in.transferTo(System.out);
        }
    }
}

package dev.sluice.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.app.Traffic;
import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.FunctionLogEntry;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FramePumpTest {
    private static final long MILLI = 1_000_000;

    private final JournalStore journal = new JournalStore(8_192);
    private final FunctionLog functionLog = new FunctionLog(16);
    private final AtomicBoolean focused = new AtomicBoolean(true);
    private final AtomicBoolean visible = new AtomicBoolean(true);
    private final List<FrameTick> ticks = new ArrayList<>();
    private final FramePump pump = new FramePump(source(), focused::get);

    FramePumpTest() {
        pump.add(visible::get, ticks::add);
    }

    @Test
    void aFocusedWindowGetsThirtyFramesASecondOfSixtyPulses() {
        pulses(60);
        assertEquals(30, ticks.size());
    }

    @Test
    void aWindowInTheBackgroundGetsFive() {
        focused.set(false);
        pulses(60);
        assertEquals(5, ticks.size());
    }

    @Test
    void eachFrameBringsTheRecordsSinceTheLast() {
        add(3);
        pump.frame();
        add(2);
        pump.frame();
        assertEquals(
                List.of(3, 2), ticks.stream().map(tick -> tick.records().size()).toList());
    }

    @Test
    void aReceiverThatWasHiddenComesBackWithTheNewestAndTheNumberOfTheRest() {
        visible.set(false);
        add(FramePump.MOST_RECORDS + 12);
        pump.frame();
        visible.set(true);
        pump.frame();
        assertEquals(FramePump.MOST_RECORDS, ticks.getFirst().records().size());
        assertEquals(12, ticks.getFirst().missed());
    }

    @Test
    void eachFrameBringsWhatFunctionsLeftSinceTheLastOnceItsTimeHasCome() {
        function(Traffic.START_NANOS - 1);
        function(Traffic.START_NANOS + 1);
        pump.frame();
        pump.frame();
        assertEquals(
                List.of(1, 0),
                ticks.stream().map(tick -> tick.functionEntries().size()).toList());
    }

    @Test
    void whatAFunctionSaidTooFastIsCounted() {
        for (int i = 0; i < 20; i++) {
            function(Traffic.START_NANOS);
        }
        pump.frame();
        assertEquals(16, ticks.getFirst().functionEntries().size());
        assertEquals(4, ticks.getFirst().missed());
    }

    private void function(long nanos) {
        functionLog.add(new FunctionLogEntry.Printed(nanos, "report", 1, "", "hello"), Traffic.START_NANOS);
    }

    private void pulses(int count) {
        for (int i = 1; i <= count; i++) {
            pump.pulse(10_000 * MILLI + i * 1_000 * MILLI / 60);
        }
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            journal.add(sequence -> Traffic.ok(sequence, "GET", "/users"));
        }
    }

    private FrameSource source() {
        return new FrameSource() {
            @Override
            public EngineSnapshot snapshot() {
                return Traffic.snapshot(Traffic.START_NANOS, 0, 0);
            }

            @Override
            public JournalStore journal() {
                return journal;
            }

            @Override
            public FunctionLog functionLog() {
                return functionLog;
            }
        };
    }
}

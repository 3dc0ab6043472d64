package dev.sluice.engine.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What differs in a case under every driver that can run it; each driver has stubs and an engine of its own. */
final class CaseVerdict {
    private CaseVerdict() {}

    static List<String> of(ConformanceCase testCase, LiveDriver.Front front) {
        List<String> live = differences(testCase, stubs -> front.driver(stubs));
        if (testCase.needsSocket()) {
            return live;
        }
        List<String> simulated = differences(testCase, SimulatedDriver::new);
        if (live.equals(simulated)) {
            return live;
        }
        var both = new ArrayList<String>();
        live.forEach(difference -> both.add("live, " + difference));
        simulated.forEach(difference -> both.add("simulated, " + difference));
        return both;
    }

    private interface Start {
        CaseDriver with(Stubs stubs) throws IOException;
    }

    /** A fault of the engine or of the runner is a difference like any other: the other cases still run. */
    private static List<String> differences(ConformanceCase testCase, Start start) {
        var stubs = new Stubs(testCase.backends());
        try (CaseDriver driver = start.with(stubs)) {
            return CaseRun.differences(testCase, driver, stubs);
        } catch (IOException | RuntimeException fault) {
            StackTraceElement[] trace = fault.getStackTrace();
            return List.of(fault + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }
}

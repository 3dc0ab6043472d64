package dev.sluice.app.cli;

import dev.sluice.app.opening.TrustQuestion;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** {@code --trust}: without it no program of a workspace is started, and one line says so. */
final class TrustOption {
    @Option(
            names = "--trust",
            description = "Let the workspace start the programs it names as functions; without it they answer 504.")
    private boolean trust;

    boolean isGiven() {
        return trust;
    }

    TrustQuestion question(PrintWriter err) {
        if (trust) {
            return TrustQuestion.ALWAYS;
        }
        return (folder, programs) -> {
            err.println("sluice: not started without --trust: " + String.join("; ", programs.lines()));
            return false;
        };
    }
}

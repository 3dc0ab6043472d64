package dev.sluice.app.opening;

import java.nio.file.Path;

/** Asks whether a workspace may start the programs it names. */
@FunctionalInterface
public interface TrustQuestion {
    /** Nobody to ask: nothing is started. */
    TrustQuestion NEVER = (folder, programs) -> false;

    /** The user has said so on the command line. */
    TrustQuestion ALWAYS = (folder, programs) -> true;

    /** May wait for an answer: not on the FX thread. */
    boolean mayStart(Path folder, StartedPrograms programs);

    /** Asks only where no answer for these programs of this folder is remembered; a yes is remembered. */
    static TrustQuestion remembering(Preferences preferences, TrustQuestion question) {
        return (folder, programs) -> {
            if (preferences.isTrusted(folder, programs.fingerprint())) {
                return true;
            }
            boolean trusted = question.mayStart(folder, programs);
            if (trusted) {
                preferences.rememberTrusted(folder, programs.fingerprint());
            }
            return trusted;
        };
    }
}

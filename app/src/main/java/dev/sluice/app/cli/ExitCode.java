package dev.sluice.app.cli;

/** What the program tells its caller with its exit status. */
final class ExitCode {
    /** Done; also a server that was asked to stop, with Ctrl-C or SIGTERM. */
    static final int OK = 0;

    /** A file has errors; they were printed. */
    static final int PROBLEMS = 1;

    /** The command line itself is wrong. */
    static final int USAGE = 2;

    /** Something outside prevents it: no such workspace, no permission, the port is taken. */
    static final int PREVENTED = 3;

    private ExitCode() {}
}

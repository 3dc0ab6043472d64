package dev.sluice.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice}: what the words of the command line mean. Without a command it opens the window. */
@Command(
        name = "sluice",
        description = "A workbench for API gateways.",
        mixinStandardHelpOptions = true,
        version = "sluice 0.1.0-SNAPSHOT",
        subcommands = {ServeCommand.class, CheckCommand.class, ImportCommand.class, OpenCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, or a server that was asked to stop",
            "1:a file has errors, and they were printed",
            "2:the command line is wrong",
            "3:something outside prevents it: no such workspace, no permission, the port is taken"
        })
public final class SluiceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return spec.commandLine().execute("open");
    }

    /** Performs a command and says its exit status. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        var line = new CommandLine(new SluiceCommand());
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler(SluiceCommand::explain);
        return line.execute(arguments);
    }

    private static int explain(ParameterException wrong, String... arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .println("sluice: " + wrong.getMessage() + " (see "
                        + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.USAGE;
    }
}

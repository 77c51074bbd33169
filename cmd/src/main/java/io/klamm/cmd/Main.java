package io.klamm.cmd;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The entry: one sub-command a task. Exit codes: 0 done, 1 failed, 2 wrong command line or configuration. */
@Command(
        name = "klamm",
        description = "Watches Apache Kafka: collects, keeps, shows and warns.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServerCommand.class,
            StatusCommand.class,
            LagCommand.class,
            GroupsCommand.class,
            AlertsCommand.class,
            QueryCommand.class,
            TsdbCommand.class,
            TopicCommand.class,
            ProduceCommand.class,
            ConsumeCommand.class,
            LabCommand.class,
            RulesCommand.class,
            CheckCommand.class,
            TestCommand.class,
            PrepareCommand.class,
            HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err).execute(args);
        out.flush();
        System.exit(code);
    }

    /** The whole command line, printing where it is told. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(Main::wrongCommandLine)
                .setExecutionExceptionHandler(Main::failed);
    }

    private static int wrongCommandLine(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("klamm: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
            command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return UserException.USAGE;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof UserException user) {
            command.getErr().println("klamm: " + user.getMessage());
            return user.exitCode();
        }
        command.getErr().println("klamm: unexpected failure; please report it with what follows");
        e.printStackTrace(command.getErr());
        return UserException.FAILED;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "klamm " + BuildInfo.version(), "Java " + System.getProperty("java.vm.version"),
            };
        }
    }
}

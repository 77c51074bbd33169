package io.klamm.cmd;

import io.klamm.cmd.text.SlackText;
import io.klamm.lab.sink.MessageSink;
import io.klamm.lab.sink.MessageSink.Answer;
import io.klamm.lab.sink.MessageSink.Received;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code klamm lab sink}: an endpoint to send messages to while trying out alerts. */
@Command(
        name = "sink",
        description =
                "Stands for Slack and its like: takes any message on 127.0.0.1 and prints what it says. Ctrl-C ends it.")
final class LabSinkCommand extends Subcommand {

    private static final int OK = 200;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9999",
            description = "where it listens (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--status",
            paramLabel = "CODE",
            defaultValue = "200",
            description =
                    "what it answers; 500 or 429 to see what becomes of messages that nobody takes (default: ${DEFAULT-VALUE})")
    private int status;

    @Option(
            names = "--retry-after",
            paramLabel = "SECONDS",
            defaultValue = "-1",
            description = "told with a status that is not 200; nothing by default")
    private long retryAfter;

    @Option(names = "--raw", description = "prints the messages as they are")
    private boolean raw;

    @Override
    public Integer call() throws Exception {
        if (status < OK || status > 599) {
            throw new UserException("--status: " + status + " (expected: 200 to 599)", UserException.USAGE);
        }
        Stop stop = Stop.onSignal();
        try (MessageSink sink = listen()) {
            err().println("Messages to " + sink.url() + " are printed here; Ctrl-C ends it.");
            stop.await();
        } finally {
            stop.done();
        }
        return 0;
    }

    private MessageSink listen() {
        try {
            return MessageSink.start(port, this::answer);
        } catch (IOException e) {
            throw new UserException("--port: " + port + " is taken (expected: a free port)");
        } catch (IllegalArgumentException e) {
            throw new UserException("--port: " + port + " (expected: 0 to 65535)", UserException.USAGE);
        }
    }

    private Answer answer(Received message) {
        out().println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + message.method()
                + " " + message.path());
        if (raw) {
            out().println(message.body());
        } else {
            SlackText.lines(message.body()).forEach(line -> out().println("  " + line));
        }
        out().flush();
        return status == OK ? Answer.OK : new Answer(status, retryAfter, "practice error\n");
    }
}

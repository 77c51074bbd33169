package io.klamm.cmd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import picocli.CommandLine.Command;

/** {@code klamm lab stop-consumer} and {@code start-consumer}: turn the slow consumer of a demo that runs off and on. */
final class LabConsumerCommands {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LabConsumerCommands() {}

    abstract static class Switching extends LabCommand.LabSubcommand {

        private final boolean on;

        Switching(boolean on) {
            this.on = on;
        }

        @Override
        final void run(DataDirOption dir) {
            try {
                turn(new ConsumerSwitch(dir.lab()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UserException("interrupted");
            }
            out().println(Demo.GROUP + (on ? " reads again." : " was stopped; it has left its group."));
        }

        private void turn(ConsumerSwitch control) throws IOException, InterruptedException {
            if (!control.attended()) {
                throw new UserException("no demo is running (expected: klamm demo in another terminal)");
            }
            control.want(on);
            if (!control.await(on, PATIENCE)) {
                throw new UserException("the demo does not answer (expected: klamm demo in another terminal)");
            }
        }
    }

    @Command(name = "stop-consumer", description = "Stops the slow consumer of the demo that is running.")
    static final class StopConsumer extends Switching {
        StopConsumer() {
            super(false);
        }
    }

    @Command(name = "start-consumer", description = "Lets the slow consumer of the demo read again.")
    static final class StartConsumer extends Switching {
        StartConsumer() {
            super(true);
        }
    }
}

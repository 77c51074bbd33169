package io.klamm.cmd;

import picocli.CommandLine.Command;

/** {@code klamm alerts}: what a running server warns of, whom it tells, and what is to be kept quiet. */
@Command(
        name = "alerts",
        aliases = "alert",
        description = "Alerts of a running server: what fires, what happened, silences, and who is told.",
        subcommands = {
            AlertsListCommand.class,
            AlertsHistoryCommand.class,
            AlertsSilenceCommand.class,
            AlertsReceiversCommand.class,
            AlertsTestCommand.class
        })
final class AlertsCommand extends CommandGroup {}

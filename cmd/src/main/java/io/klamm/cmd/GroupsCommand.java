package io.klamm.cmd;

import picocli.CommandLine.Command;

/** {@code klamm groups}: groups of all four types, from a running server or straight from the brokers, in the columns of Kafka's own tool. */
@Command(
        name = "groups",
        description = "Groups of all types, straight from the brokers or (--url) from a running server.",
        subcommands = {
            GroupsListCommand.class,
            GroupsDescribeCommand.class,
            GroupsExplainCommand.class,
            GroupChangeCommands.ResetOffsets.class,
            GroupChangeCommands.Delete.class
        })
final class GroupsCommand extends CommandGroup {}

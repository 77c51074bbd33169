package io.klamm.cmd;

import picocli.CommandLine.Command;

/** {@code klamm rules}: what rules do. */
@Command(
        name = "rules",
        description = "What rules would have done. To check and to test them: klamm check rules, klamm test rules.",
        subcommands = {RulesBacktestCommand.class})
final class RulesCommand extends CommandGroup {}

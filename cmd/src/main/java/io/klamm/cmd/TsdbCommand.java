package io.klamm.cmd;

import picocli.CommandLine.Command;

/** {@code klamm tsdb}: looks into a data directory of the embedded store, and after it. */
@Command(
        name = "tsdb",
        description = "Looks into the embedded store: what is in it, whether it is sound; copies it, and fills it.",
        subcommands = {
            TsdbAnalyzeCommand.class,
            TsdbVerifyCommand.class,
            TsdbSnapshotCommand.class,
            TsdbImportCommand.class
        })
final class TsdbCommand extends CommandGroup {}

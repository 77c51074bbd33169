package io.klamm.cmd;

/** A command that only has sub-commands: alone, it shows how it is used. */
abstract class CommandGroup extends Subcommand {

    @Override
    public Integer call() {
        err().print(usage());
        err().flush();
        return UserException.USAGE;
    }
}

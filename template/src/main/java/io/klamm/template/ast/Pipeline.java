package io.klamm.template.ast;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands, each of which gets the value of the one before as its last argument.
 *
 * @param assigns true where the variables exist already
 * @param variables that get the value, with their dollar
 */
public record Pipeline(int at, boolean assigns, List<String> variables, List<Command> commands) implements Operand {

    public Pipeline {
        variables = List.copyOf(variables);
        commands = List.copyOf(commands);
    }

    @Override
    public String toString() {
        String to = variables.isEmpty() ? "" : String.join(", ", variables) + (assigns ? " = " : " := ");
        return to + commands.stream().map(Command::toString).collect(Collectors.joining(" | "));
    }
}

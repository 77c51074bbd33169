package io.klamm.template.ast;

import java.util.List;
import java.util.stream.Collectors;

/** An operand, and the arguments that it is called with. */
public record Command(int at, List<Operand> operands) {

    public Command {
        operands = List.copyOf(operands);
    }

    public Operand first() {
        return operands.get(0);
    }

    public List<Operand> arguments() {
        return operands.subList(1, operands.size());
    }

    @Override
    public String toString() {
        return operands.stream().map(Command::text).collect(Collectors.joining(" "));
    }

    private static String text(Operand operand) {
        return operand instanceof Pipeline ? "(" + operand + ")" : operand.toString();
    }
}

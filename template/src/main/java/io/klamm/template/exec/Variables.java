package io.klamm.template.exec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables that exist at a place, the innermost last. */
final class Variables {

    private static final class Variable {
        private final String name;
        private @Nullable Object value;

        Variable(String name, @Nullable Object value) {
            this.name = name;
            this.value = value;
        }
    }

    private final List<Variable> variables = new ArrayList<>();

    Variables(@Nullable Object root) {
        declare("$", root);
    }

    void declare(String name, @Nullable Object value) {
        variables.add(new Variable(name, value));
    }

    void assign(String name, @Nullable Object value) {
        find(name).value = value;
    }

    @Nullable
    Object get(String name) {
        return find(name).value;
    }

    int mark() {
        return variables.size();
    }

    void backTo(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    private Variable find(String name) {
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name.equals(name)) {
                return variables.get(i);
            }
        }
        throw new IllegalStateException("undefined variable: " + name);
    }
}

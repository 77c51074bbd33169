package io.klamm.template.parser;

import java.util.ArrayList;
import java.util.List;

/** The variables that are declared at a place. */
final class Scope {

    private final List<String> names = new ArrayList<>(List.of("$"));

    boolean has(String name) {
        return names.contains(name);
    }

    void declare(String name) {
        names.add(name);
    }

    int mark() {
        return names.size();
    }

    void backTo(int mark) {
        names.subList(mark, names.size()).clear();
    }

    /** Leaves only {@code $}; gives all there were, for {@link #show}. */
    List<String> hide() {
        List<String> all = List.copyOf(names);
        backTo(1);
        return all;
    }

    void show(List<String> all) {
        names.clear();
        names.addAll(all);
    }
}

package io.klamm.template.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template that writes or steers; {@code at} is its place in the text, in characters from 0. */
public sealed interface Node {

    int at();

    /** Text that is written as it is. */
    record Text(int at, String text) implements Node {}

    /** A pipeline whose value is written, unless it declares. */
    record Action(int at, Pipeline pipeline) implements Node {}

    /** One of two lists, by whether the pipeline's value is true. */
    record If(
            int at, Pipeline pipeline, Body body, @Nullable Body orElse) implements Node {}

    /** As {@link If}, with the value as dot. */
    record With(
            int at, Pipeline pipeline, Body body, @Nullable Body orElse) implements Node {}

    /** The body once for each element. */
    record Range(
            int at, Pipeline pipeline, Body body, @Nullable Body orElse) implements Node {}

    /** Out of the innermost range. */
    record Break(int at) implements Node {}

    /** To the next element of the innermost range. */
    record Continue(int at) implements Node {}

    /** Another template, with the pipeline's value as its dot; no value where there is no pipeline. */
    record Call(int at, String name, @Nullable Pipeline pipeline) implements Node {

        @Override
        public String toString() {
            return "{{template " + Quoted.of(name) + (pipeline == null ? "" : " " + pipeline) + "}}";
        }
    }

    /** Nodes one after the other. */
    record Body(List<Node> nodes) {

        public Body {
            nodes = List.copyOf(nodes);
        }

        /** Whether it writes nothing but blank space, as a file of definitions does. */
        public boolean blank() {
            return nodes.stream()
                    .allMatch(node -> node instanceof Text text && text.text().isBlank());
        }
    }
}

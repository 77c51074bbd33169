package io.klamm.template.ast;

import java.util.List;

/** What a command consists of; its text is as in the template. */
public sealed interface Operand
        permits Pipeline,
                Operand.Dot,
                Operand.Constant,
                Operand.Nil,
                Operand.Field,
                Operand.Variable,
                Operand.Chain,
                Operand.Function {

    int at();

    /** The current value. */
    record Dot(int at) implements Operand {

        @Override
        public String toString() {
            return ".";
        }
    }

    /** No value. */
    record Nil(int at) implements Operand {

        @Override
        public String toString() {
            return "nil";
        }
    }

    /** A Boolean, String, Long or Double, with the text that it was written as. */
    record Constant(int at, Object value, String text) implements Operand {

        @Override
        public String toString() {
            return text;
        }
    }

    /** Fields of dot: {@code .A.B}. */
    record Field(int at, List<String> names) implements Operand {

        @Override
        public String toString() {
            return "." + String.join(".", names);
        }
    }

    /** A variable, with its dollar, and fields of it: {@code $x.A}. */
    record Variable(int at, String name, List<String> fields) implements Operand {

        @Override
        public String toString() {
            return fields.isEmpty() ? name : name + "." + String.join(".", fields);
        }
    }

    /** Fields of what stands before: {@code (index .A 1).B}. */
    record Chain(int at, Operand of, List<String> fields) implements Operand {

        @Override
        public String toString() {
            return (of instanceof Pipeline ? "(" + of + ")" : of.toString()) + "." + String.join(".", fields);
        }
    }

    /** A function's name. */
    record Function(int at, String name) implements Operand {

        @Override
        public String toString() {
            return name;
        }
    }
}

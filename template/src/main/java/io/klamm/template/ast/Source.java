package io.klamm.template.ast;

import java.nio.charset.StandardCharsets;

/** The text of a template and its name, by which errors tell places. */
public record Source(String name, String text) {

    /** The line of a place, from 1. */
    public int line(int at) {
        return 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** {@code name:line:column}, the column in bytes from 0, as Go counts. */
    public String place(int at) {
        String before = text.substring(0, Math.min(at, text.length()));
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return name + ":" + line(at) + ":" + line.getBytes(StandardCharsets.UTF_8).length;
    }
}

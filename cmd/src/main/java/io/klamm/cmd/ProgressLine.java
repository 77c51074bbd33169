package io.klamm.cmd;

import java.io.PrintWriter;

/** One line that is written over again on a terminal, and a line each time elsewhere. */
final class ProgressLine {

    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal = Boolean.getBoolean("klamm.terminal");

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    synchronized void show(String text, boolean last) {
        if (!terminal) {
            out.println(text);
        } else if (last) {
            out.println(REWRITE + text);
        } else {
            out.print(REWRITE + text);
        }
        out.flush();
    }
}

package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that dies when this process dies, however that happens, until it is let go.
 *
 * <p>The JVM cannot be changed, so a shell starts it: the shell leaves a watch behind that reads a pipe from this process, then becomes the JVM
 * (same pid). When this process ends, even by SIGKILL, the pipe ends, and the watch kills the JVM. A word through the pipe changes that: {@code free}
 * ends the watch (the JVM lives on), a pid binds the JVM to that process instead. The watch compares the start of the process before it kills, so that
 * it never hits a later process of the same number. Ctrl-C and the end of a terminal do not reach the JVM: its end is ours to order.
 */
final class Child {

    private static final String SHELL = """
            trap '' INT HUP
            born() { { read -r line < "/proc/$1/stat"; } 2>/dev/null && set -- $line && echo "${22}"; }
            me=$(born $$)
            exec 3<&0 </dev/null
            (
              read -r word <&3 || word=die
              case $word in
                free) exit 0 ;;
                die) ;;
                *) while kill -0 "$word" 2>/dev/null && kill -0 $$ 2>/dev/null; do sleep 1; done ;;
              esac
              [ "$(born $$)" = "$me" ] && kill -9 $$
            ) 2>/dev/null &
            exec 3<&-
            exec "$@"
            """;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts the JVM with the arguments in the file; what it prints replaces the contents of {@code out}. */
    static Child start(Path java, Path argumentFile, File out) {
        return start(List.of(java.toString(), "@" + argumentFile), out);
    }

    /** The same at the lowest priority. */
    static Child startGently(Path java, Path argumentFile, File out) {
        return start(List.of("nice", "-n", "19", java.toString(), "@" + argumentFile), out);
    }

    private static Child start(List<String> command, File out) {
        List<String> watched = new ArrayList<>(List.of("sh", "-c", SHELL, "klamm-lab"));
        watched.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(watched).redirectErrorStream(true).redirectOutput(out);
        // Each thread's own malloc arena would cost some 20 MB a node.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new LabException("java: " + command + " cannot be started: " + e.getMessage(), e);
        }
    }

    Process process() {
        return process;
    }

    ProcessId id() {
        return ProcessId.of(process.toHandle());
    }

    /** Throws {@link LabException} with the end of the node's log when the JVM has ended. */
    void requireAlive(Node node, Layout layout) {
        if (!process.isAlive()) {
            throw new LabException(node.name() + ": ended during its start with exit code " + process.exitValue()
                    + LogTail.of(layout.log(node), layout.out(node)));
        }
    }

    /** The JVM lives on after this process. */
    void free() {
        tell("free");
    }

    /** The JVM dies with another process instead of this one (noticed within a second or two). */
    void bindTo(ProcessId owner) {
        tell(Long.toString(owner.pid()));
    }

    private void tell(String word) {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The JVM has just died, and its watch with it: nothing is left to be told.
            if (process.isAlive()) {
                throw new LabException("process " + process.pid() + ": its watch cannot be reached", e);
            }
        }
    }
}

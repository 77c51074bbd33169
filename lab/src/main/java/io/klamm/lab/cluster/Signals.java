package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Ends, stops and continues processes. */
final class Signals {

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private Signals() {}

    static void pause(ProcessHandle process) {
        send("STOP", process);
    }

    static void resume(ProcessHandle process) {
        send("CONT", process);
    }

    /** SIGTERM to all at once; SIGKILL to those that are still there when the time is up. Returns when all are gone. */
    static void end(Collection<ProcessHandle> processes, Duration patience) {
        for (ProcessHandle process : processes) {
            process.destroy();
            // A paused process would keep the signal to itself.
            if (ProcessFacts.paused(process.pid())) {
                resume(process);
            }
        }
        if (!gone(processes, patience)) {
            kill(processes);
        }
    }

    /** SIGKILL to all; returns when all are gone. */
    static void kill(Collection<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        if (!gone(processes, AFTER_KILL)) {
            throw new LabException(
                    "processes: " + processes.stream().map(ProcessHandle::pid).toList() + " still run "
                            + AFTER_KILL.toSeconds() + " s after SIGKILL");
        }
    }

    private static boolean gone(Collection<ProcessHandle> processes, Duration atMost) {
        return Await.until(atMost, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new LabException("process " + process.pid() + ": signal " + signal + " was not sent");
            }
        } catch (IOException e) {
            throw new LabException("signal " + signal + ": cannot be sent: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("signal " + signal + ": interrupted", e);
        }
    }
}

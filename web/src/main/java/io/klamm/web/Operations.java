package io.klamm.web;

import io.klamm.model.ComponentStatus;
import io.klamm.web.http.Answer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** What lies under {@code /-/}: for programs that watch over this process. */
final class Operations {

    private final Views views;
    private final Reloader reloader;
    private final AtomicBoolean reloading = new AtomicBoolean();

    Operations(Views views, Reloader reloader) {
        this.views = views;
        this.reloader = reloader;
    }

    /** Whether every cluster has finished its first cycle, successful or not. */
    boolean isReady() {
        return waiting().isEmpty();
    }

    Answer ready() {
        List<String> waiting = waiting();
        return waiting.isEmpty()
                ? Answer.text(200, "ready\n")
                : Answer.text(503, "not ready: waiting for the first cycle of " + String.join(", ", waiting) + "\n");
    }

    private List<String> waiting() {
        return views.clusters().stream()
                .filter(view -> view.status().state() == ComponentStatus.State.STARTING)
                .map(view -> "kafka " + view.name())
                .toList();
    }

    /** Reads the configuration again; may block. */
    Answer reload() {
        if (!reloading.compareAndSet(false, true)) {
            return Answer.text(409, "a reload is running; try again when it has ended\n");
        }
        try {
            List<String> problems = reloader.reload();
            return problems.isEmpty()
                    ? Answer.text(200, "reloaded\n")
                    : Answer.text(400, lines(problems) + "the configuration before stays in force\n");
        } finally {
            reloading.set(false);
        }
    }

    private static String lines(List<String> problems) {
        return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    }
}

package io.klamm.it;

import io.klamm.lab.sink.MessageSink;
import io.klamm.lab.sink.MessageSink.Answer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint that stands for Slack, and remembers what it was told. */
final class SlackSink implements AutoCloseable {

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final MessageSink sink;

    private SlackSink() throws IOException {
        sink = MessageSink.start(0, message -> {
            bodies.add(message.body());
            return Answer.OK;
        });
    }

    static SlackSink start() throws IOException {
        return new SlackSink();
    }

    String url() {
        return sink.url() + "hook";
    }

    /** How many messages said that an alert of this name fires. */
    long firing(String alert) {
        return messages("[FIRING", alert);
    }

    /** How many messages said that all alerts of this name are over. */
    long resolved(String alert) {
        return messages("[RESOLVED", alert);
    }

    private long messages(String head, String alert) {
        return bodies.stream()
                .filter(body -> body.contains(head) && body.contains("alertname=" + alert + ","))
                .count();
    }

    @Override
    public void close() {
        sink.close();
    }
}

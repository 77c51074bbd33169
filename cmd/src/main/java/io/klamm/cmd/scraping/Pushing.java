package io.klamm.cmd.scraping;

import io.klamm.discovery.timing.ThreadTimers;
import io.klamm.scrape.push.PushAnswer;
import io.klamm.scrape.push.PushConfig;
import io.klamm.scrape.push.PushGateway;
import io.klamm.storage.Appenders;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.web.prometheus.PrometheusParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What short-lived jobs push to this server, as to a Pushgateway. Safe from any thread. */
public final class Pushing implements PrometheusParts.Push, AutoCloseable {

    private static final int UNAVAILABLE = 503;

    private final Appenders store;
    private final Path directory;
    private final Clock clock;
    private volatile @Nullable Open open;

    private record Open(PushGateway gateway, ThreadTimers timers) {}

    /**
     * Takes nothing yet.
     *
     * @param directory where pushed groups outlive a restart
     */
    public Pushing(Appenders store, Path directory, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /** Takes up what was pushed before, once the store is open. An IOException says why the directory cannot be read. */
    public void start() throws IOException {
        ThreadTimers timers = new ThreadTimers("klamm-push");
        PushGateway gateway = new PushGateway(PushConfig.in(directory), clock, timers, store);
        gateway.start();
        open = new Open(gateway, timers);
    }

    @Override
    public RemoteAnswer answer(String method, String path, RemoteCall call) {
        Open now = open;
        if (now == null) {
            return RemoteAnswer.text(UNAVAILABLE, "pushes are not taken now (expected: a moment after the start)");
        }
        PushAnswer answer = now.gateway().handle(method, path, call.headers(), call.body());
        return answer.text().isEmpty()
                ? RemoteAnswer.empty(answer.status())
                : RemoteAnswer.text(answer.status(), answer.text());
    }

    @Override
    public void close() {
        Open now = open;
        open = null;
        if (now != null) {
            now.gateway().close();
            now.timers().close();
        }
    }
}

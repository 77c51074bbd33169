package io.klamm.storage.remote.write;

import io.klamm.storage.Appenders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The senders that are known, at most so many: the one that has been silent longest makes room. Safe for use by several threads. */
final class Clients {

    private static final int FEWEST_SERIES = 1000;

    private final Appenders appenders;
    private final RandomGenerator random;
    private final WriteSettings settings;
    private final LinkedHashMap<String, Client> clients = new LinkedHashMap<>(16, 0.75f, true);
    private volatile int seriesOfEach;

    Clients(Appenders appenders, RandomGenerator random, WriteSettings settings) {
        this.appenders = appenders;
        this.random = random;
        this.settings = settings;
        this.seriesOfEach = settings.cachedSeries();
    }

    Client of(String name) {
        Client forgotten = null;
        Client client;
        synchronized (this) {
            client = clients.get(name);
            if (client == null) {
                forgotten = clients.size() >= settings.clients() ? removeEldest() : null;
                client = new Client(appenders.appender("remote/" + name), new LabelHash(random), () -> seriesOfEach);
                clients.put(name, client);
                share();
            }
        }
        if (forgotten != null) {
            forgotten.close();
        }
        return client;
    }

    private Client removeEldest() {
        Map.Entry<String, Client> eldest = clients.entrySet().iterator().next();
        clients.remove(eldest.getKey());
        return eldest.getValue();
    }

    private void share() {
        seriesOfEach = Math.max(FEWEST_SERIES, settings.cachedSeries() / Math.max(1, clients.size()));
    }

    /** Drops a client whose appender has failed, so that the next request begins with a new one. */
    void drop(String name, Client failed) {
        synchronized (this) {
            clients.remove(name, failed);
            share();
        }
        failed.close();
    }

    synchronized int size() {
        return clients.size();
    }

    synchronized int knownSeries() {
        return clients.values().stream().mapToInt(Client::known).sum();
    }

    void close() {
        List<Client> all;
        synchronized (this) {
            all = new ArrayList<>(clients.values());
            clients.clear();
        }
        all.forEach(Client::close);
    }
}

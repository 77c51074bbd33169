package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Finds out which brokers are registered and unfenced, as a client sees it. */
final class Readiness {

    private static final int ANSWER_MILLIS = 5_000;
    private static final int CONNECT_MILLIS = 200;

    private final LabState state;

    Readiness(LabState state) {
        this.state = state;
    }

    /** The ids of the unfenced brokers; throws {@link LabException} where no broker answers. */
    Set<Integer> brokers() {
        try (Admin admin = admin()) {
            return brokers(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new LabException("brokers: no answer from " + state.config().bootstrapServers(), e);
        }
    }

    /** Waits until all these brokers are unfenced; {@code alive} is asked again and again and throws when there is no more hope. */
    boolean await(Collection<Node> brokers, Duration atMost, Runnable alive) {
        long end = System.nanoTime() + atMost.toNanos();
        // A client that connects before anybody listens waits longer and longer and fills its log with warnings.
        if (!Await.until(atMost, () -> {
            alive.run();
            return brokers.stream().allMatch(Readiness::listens);
        })) {
            return false;
        }
        Set<Integer> wanted = new HashSet<>();
        brokers.forEach(broker -> wanted.add(broker.id()));
        try (Admin admin = admin()) {
            return Await.until(Duration.ofNanos(end - System.nanoTime()), () -> {
                alive.run();
                return sees(admin, wanted);
            });
        }
    }

    private static boolean sees(Admin admin, Set<Integer> wanted) {
        try {
            return brokers(admin).containsAll(wanted);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static Set<Integer> brokers(Admin admin) throws ExecutionException, TimeoutException {
        try {
            Set<Integer> ids = new HashSet<>();
            admin.describeCluster()
                    .nodes()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .forEach(node -> ids.add(node.id()));
            return ids;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("brokers: interrupted", e);
        }
    }

    private Admin admin() {
        Map<String, Object> client = new HashMap<>(state.clientProperties(Names.ADMIN));
        client.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                List.of(state.config().bootstrapServers().split(",", -1)));
        client.put(AdminClientConfig.CLIENT_ID_CONFIG, "klamm-lab-readiness");
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        client.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return Admin.create(client);
    }

    private static boolean listens(Node node) {
        try (Socket socket = new Socket()) {
            socket.connect(Addresses.local(node.port()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

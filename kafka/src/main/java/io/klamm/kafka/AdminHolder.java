package io.klamm.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * The Admin client of one cluster, made when it is first needed.
 *
 * <p>Making one fails when no address of the bootstrap servers can be resolved or the login settings are wrong; the next reading tries again, since
 * names appear and files are mended. It may also block for long (name servers, Kerberos, token endpoints), so it happens outside the lock that
 * {@link #close} takes.
 */
final class AdminHolder {

    /** Long enough for the client's thread to notice; a client that hangs beyond it ends by itself when its calls run out of time. */
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

    private final ClusterConfig config;
    private final ClusterClients clients;
    private @Nullable Admin admin;
    private boolean proven;
    private boolean closed;
    private boolean knowsFenced = true;

    AdminHolder(ClusterConfig config) {
        this.config = config;
        this.clients = new ClusterClients(config);
    }

    /** For one thread only. @throws ReadFailedException when the client cannot be made */
    Admin admin() {
        Admin present = present();
        return present == null ? keep(clients.admin()) : present;
    }

    private synchronized @Nullable Admin present() {
        if (closed) {
            throw closedAlready();
        }
        return admin;
    }

    private synchronized Admin keep(Admin made) {
        if (closed) {
            made.close(CLOSE_LIMIT);
            throw closedAlready();
        }
        admin = made;
        return made;
    }

    private ReadFailedException closedAlready() {
        return new ReadFailedException("IllegalStateException", "the reader of " + config.name() + " is closed");
    }

    /** Whether a reading has succeeded with the present client, which then knows more brokers than the first addresses. */
    synchronized boolean proven() {
        return proven;
    }

    synchronized void prove() {
        proven = true;
    }

    synchronized boolean knowsFenced() {
        return knowsFenced;
    }

    synchronized void forgetFenced() {
        knowsFenced = false;
    }

    synchronized long requestsSent() {
        if (admin == null) {
            return 0;
        }
        for (Map.Entry<MetricName, ? extends Metric> metric : admin.metrics().entrySet()) {
            if (metric.getKey().name().equals("request-total")
                    && metric.getKey().group().equals("admin-client-metrics")) {
                return ((Number) metric.getValue().metricValue()).longValue();
            }
        }
        return 0;
    }

    synchronized void close() {
        closed = true;
        discard();
    }

    /** Ends the client; the next reading makes a new one, which reads key stores and looks up names anew. */
    synchronized void discard() {
        proven = false;
        if (admin != null) {
            // Never zero: to the client that means to wait for its thread without limit.
            admin.close(CLOSE_LIMIT);
            admin = null;
        }
    }
}

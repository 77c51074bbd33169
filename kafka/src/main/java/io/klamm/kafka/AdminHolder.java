package io.klamm.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.config.SaslConfigs;
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

    private static final int API_TIMEOUT = 8_000;
    private static final int LOGIN_TIMEOUT = 3_000;

    private static final Map<String, Object> DEFAULTS = Map.of(
            AdminClientConfig.CLIENT_ID_CONFIG,
            "klamm",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            3_000,
            AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
            1_000L,
            AdminClientConfig.METADATA_MAX_AGE_CONFIG,
            30_000L,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            1_000L,
            SaslConfigs.SASL_LOGIN_CONNECT_TIMEOUT_MS,
            LOGIN_TIMEOUT,
            SaslConfigs.SASL_LOGIN_READ_TIMEOUT_MS,
            LOGIN_TIMEOUT,
            SaslConfigs.SASL_LOGIN_RETRY_BACKOFF_MAX_MS,
            1_000L);

    private final ClusterConfig config;
    private @Nullable Admin admin;
    private boolean proven;
    private boolean closed;
    private boolean knowsFenced = true;

    AdminHolder(ClusterConfig config) {
        this.config = config;
    }

    /** For one thread only. @throws ReadFailedException when the client cannot be made */
    Admin admin() {
        Admin present = present();
        return present == null ? keep(create()) : present;
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

    private Admin create() {
        if (ListenerProbe.concerns(config.client())) {
            ListenerProbe.complaint(config.bootstrapServers()).ifPresent(complaint -> {
                throw new ReadFailedException("WrongProtocol", complaint);
            });
        }
        try {
            OAuthResources.allow(config.client());
            return Admin.create(properties());
        } catch (KafkaException | IllegalArgumentException e) {
            Throwable deepest = deepest(e);
            String text = "client of " + config.bootstrapServers() + ": " + deepest.getMessage();
            throw new ReadFailedException(
                    deepest.getClass().getSimpleName(), config.client().withoutSecrets(text));
        }
    }

    /** The defaults, what the user says, and what nobody may change. */
    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(DEFAULTS);
        properties.putAll(config.client().values());
        // Kafka refuses an API timeout below the request timeout, so one that the user has raised raises both.
        int request = Integer.parseInt(String.valueOf(properties.get(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG))
                .strip());
        properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.max(API_TIMEOUT, request));
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }

    /** Kafka says "Failed create new KafkaAdminClient" and hides the reason behind it. */
    private static Throwable deepest(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}

package io.klamm.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.serialization.Deserializer;

/** Makes Kafka's clients for one cluster: with its login, with the patience that suits a watcher, and with no right to run foreign code. */
public final class ClusterClients {

    private static final int API_TIMEOUT = 8_000;
    private static final int LOGIN_TIMEOUT = 3_000;

    private static final Map<String, Object> DEFAULTS = Map.of(
            CommonClientConfigs.CLIENT_ID_CONFIG,
            "klamm",
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
            3_000,
            CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
            1_000L,
            CommonClientConfigs.METADATA_MAX_AGE_CONFIG,
            30_000L,
            CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            1_000L,
            SaslConfigs.SASL_LOGIN_CONNECT_TIMEOUT_MS,
            LOGIN_TIMEOUT,
            SaslConfigs.SASL_LOGIN_READ_TIMEOUT_MS,
            LOGIN_TIMEOUT,
            SaslConfigs.SASL_LOGIN_RETRY_BACKOFF_MAX_MS,
            1_000L);

    private final ClusterConfig config;

    /** Connects to nothing. */
    public ClusterClients(ClusterConfig config) {
        this.config = config;
    }

    /**
     * A new Admin client; may block for long (name servers, Kerberos, token endpoints).
     *
     * @throws ReadFailedException when no address can be resolved, or the login settings are wrong
     */
    public Admin admin() {
        return make(properties -> {
            // Kafka refuses an API timeout below the request timeout, so one that the user has raised raises both.
            int request = Integer.parseInt(String.valueOf(properties.get(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG))
                    .strip());
            properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.max(API_TIMEOUT, request));
            return Admin.create(properties);
        });
    }

    /**
     * A new consumer that belongs to no group; may block for long.
     *
     * @param settings win over what the user says
     * @throws ReadFailedException when no address can be resolved, or the login settings are wrong
     */
    public <K, V> KafkaConsumer<K, V> consumer(
            Map<String, Object> settings, Deserializer<K> keys, Deserializer<V> values) {
        return make(properties -> {
            properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
            properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
            properties.remove(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG);
            properties.putAll(settings);
            return new KafkaConsumer<>(properties, keys, values);
        });
    }

    /** What an error of a client means, and what to look at; carries no secret. */
    public ReadFailedException failure(Throwable error) {
        return error instanceof ReadFailedException failed ? failed : ReadFailedException.of(config, error);
    }

    private <T> T make(Function<Map<String, Object>, T> client) {
        if (ListenerProbe.concerns(config.client())) {
            ListenerProbe.complaint(config.bootstrapServers()).ifPresent(complaint -> {
                throw new ReadFailedException("WrongProtocol", complaint);
            });
        }
        try {
            OAuthResources.allow(config.client());
            return client.apply(properties());
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
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
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

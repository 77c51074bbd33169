package io.klamm.kafka;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The keys of Kafka's own clients. Files are shared among tools, so a producer's key is no slip in the file of an Admin client. */
final class KnownKeys {

    private static final Set<String> ADMIN = AdminClientConfig.configNames();
    private static final Set<String> OTHERS = others();
    private static final int SLIPS = 3;

    private KnownKeys() {}

    private static Set<String> others() {
        Set<String> keys = new TreeSet<>(ConsumerConfig.configNames());
        keys.addAll(ProducerConfig.configNames());
        return keys;
    }

    static boolean known(String key) {
        return ADMIN.contains(key) || OTHERS.contains(key);
    }

    /** The key that was meant, if one is at most three slips away. */
    static Optional<String> nearest(String key) {
        return ADMIN.stream()
                .filter(known -> Math.abs(known.length() - key.length()) <= SLIPS)
                .filter(known -> slips(key, known) <= SLIPS)
                .min(Comparator.<String>comparingInt(known -> slips(key, known))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to add, drop or change until one text is the other. */
    static int slips(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}

package io.klamm.lab.traffic;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes messages of one size: the message's number, then letters; keys {@code key-0} to {@code key-N} at random, the same in every run. */
final class MessageSource {

    private static final long SEED = 20_261_121;

    private final ProducerPlan plan;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final byte[] letters;

    MessageSource(ProducerPlan plan) {
        this.plan = plan;
        this.letters = new byte[plan.size()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
    }

    ProducerRecord<byte[], byte[]> message(long number) {
        byte[] value = letters.clone();
        byte[] head = (number + " ").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, value, 0, Math.min(head.length, value.length));
        return new ProducerRecord<>(plan.topic(), key(), value);
    }

    private byte @Nullable [] key() {
        if (plan.keySpace() == 0) {
            return null;
        }
        return ("key-" + random.nextInt(plan.keySpace())).getBytes(StandardCharsets.US_ASCII);
    }
}

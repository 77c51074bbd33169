package io.klamm.kafka.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTableTest {

    private final KeyTable table = new KeyTable(1_000_000, 7);
    private final KnownGroup group = new KnownGroup("g", true);

    private KnownKey add(ByteBuffer key) {
        byte[] bytes = new byte[key.remaining()];
        key.get(key.position(), bytes);
        KnownKey known = new KnownKey(bytes, table.hash(key), group);
        table.add(known);
        return known;
    }

    @Test
    void find_whateverHoldsTheBytes_isTheSame() {
        ByteBuffer key = Bytes.commitKey("group", "topic", 12);
        KnownKey known = add(key);
        ByteBuffer direct = ByteBuffer.allocateDirect(key.remaining());
        direct.put(key.duplicate()).flip();

        for (ByteBuffer same : new ByteBuffer[] {key, Bytes.inTheMiddle(key), direct, key.asReadOnlyBuffer()}) {
            assertThat(table.find(same, table.hash(same))).isSameAs(known);
        }
    }

    @Test
    void find_sameHashOtherBytes_isAnother() {
        ByteBuffer key = Bytes.commitKey("group", "topic", 12);
        add(key);
        ByteBuffer other = Bytes.commitKey("group", "topic", 13);

        assertThat(table.find(other, table.hash(key))).isNull();
        assertThat(table.find(Bytes.cut(key, 5), table.hash(key))).isNull();
    }

    @Test
    void randomKeys_agreeWithAHashMap() {
        Random random = new Random(11);
        Map<ByteBuffer, KnownKey> expected = new HashMap<>();
        for (int round = 0; round < 200_000; round++) {
            ByteBuffer key = Bytes.commitKey("g" + random.nextInt(400), "t" + random.nextInt(20), random.nextInt(10));
            KnownKey found = table.find(key, table.hash(key));
            assertThat(found).isSameAs(expected.get(key));
            if (found == null) {
                KnownKey known = add(key);
                known.note(true, round);
                expected.put(key, known);
            }
        }
        assertThat(table.size()).isEqualTo(expected.size());

        expected.values().stream().filter(key -> key.hash % 2 == 0).forEach(key -> key.note(false, 300_000));
        table.sweep();

        expected.forEach((bytes, known) ->
                assertThat(table.find(bytes, known.hash)).isSameAs(known.hash % 2 == 0 ? null : known));
        assertThat(table.size())
                .isEqualTo(expected.values().stream()
                        .filter(key -> key.hash % 2 != 0)
                        .count());
    }

    @Test
    void hash_ofKeysThatDifferInOneBit_differs() {
        ByteBuffer key = Bytes.commitKey("group", "topic", 12);
        int hash = table.hash(key);
        for (int bit = 0; bit < 8 * key.remaining(); bit++) {
            byte before = key.get(bit / 8);
            key.put(bit / 8, (byte) (before ^ (1 << (bit % 8))));
            assertThat(table.hash(key)).isNotEqualTo(hash);
            key.put(bit / 8, before);
        }
    }
}

package io.klamm.kafka.offsets;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is known of a commit's key by the key's bytes, without making an object: a hash table with open addressing, at most half full. For one thread.
 */
final class KeyTable {

    private static final int SMALLEST = 1 << 10;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final int limit;
    private final long seed;
    private @Nullable KnownKey[] slots = new @Nullable KnownKey[SMALLEST];
    private int size;

    /**
     * @param limit keys, at most
     * @param seed makes it unknowable which keys collide
     */
    KeyTable(int limit, long seed) {
        this.limit = limit;
        this.seed = seed;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size >= limit;
    }

    int hash(ByteBuffer key) {
        int end = key.limit();
        int at = key.position();
        long hash = seed ^ (end - at);
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash ^ key.getLong(at));
        }
        if (at < end) {
            hash = mixed(hash ^ rest(key, at, end));
        }
        return (int) (hash ^ hash >>> 32);
    }

    /** The last bytes as one number; where the key is long enough, with some before them. */
    private static long rest(ByteBuffer key, int at, int end) {
        if (end - key.position() >= Long.BYTES) {
            return key.getLong(end - Long.BYTES);
        }
        long rest = 0;
        for (int i = at; i < end; i++) {
            rest = (rest << Byte.SIZE) | (key.get(i) & 0xff);
        }
        return rest;
    }

    private static long mixed(long hash) {
        long product = hash * MIX;
        return product ^ product >>> 29;
    }

    /** Null when it is not known. */
    @Nullable
    KnownKey find(ByteBuffer key, int hash) {
        int mask = slots.length - 1;
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            KnownKey known = slots[slot];
            if (known == null || (known.hash == hash && same(known.bytes, key))) {
                return known;
            }
        }
    }

    private static boolean same(byte[] known, ByteBuffer key) {
        int length = key.remaining();
        if (known.length != length) {
            return false;
        }
        if (key.hasArray()) {
            int from = key.arrayOffset() + key.position();
            return Arrays.equals(known, 0, length, key.array(), from, from + length);
        }
        return ByteBuffer.wrap(known).equals(key);
    }

    /** Adds one that is not there; to a full table it must not. */
    void add(KnownKey key) {
        if (2 * (size + 1) > slots.length) {
            rebuild(2 * slots.length);
        }
        put(key);
        size++;
    }

    private void put(KnownKey key) {
        int mask = slots.length - 1;
        int slot = key.hash & mask;
        while (slots[slot] != null) {
            slot = slot + 1 & mask;
        }
        slots[slot] = key;
    }

    /** Forgets all keys that are spent. */
    void sweep() {
        @Nullable KnownKey[] before = slots;
        slots = new @Nullable KnownKey[before.length];
        size = 0;
        for (KnownKey key : before) {
            if (key != null) {
                keepUnlessSpent(key);
            }
        }
        rebuild(roomFor(size));
    }

    private void keepUnlessSpent(KnownKey key) {
        if (key.spent()) {
            key.forget();
        } else {
            put(key);
            size++;
        }
    }

    private int roomFor(int keys) {
        int room = slots.length;
        while (room > SMALLEST && 8L * keys < room) {
            room /= 2;
        }
        return room;
    }

    private void rebuild(int room) {
        @Nullable KnownKey[] before = slots;
        slots = new @Nullable KnownKey[room];
        for (KnownKey key : before) {
            if (key != null) {
                put(key);
            }
        }
    }
}

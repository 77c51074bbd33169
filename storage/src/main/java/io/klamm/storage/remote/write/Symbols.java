package io.klamm.storage.remote.write;

import io.klamm.storage.remote.wire.ProtoReader;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.WireException;
import java.util.Arrays;

/** The texts of a request of remote write 2.0, by number, where they lie in the message. For one thread. */
final class Symbols {

    /** How long all labels of a request may be when written out, in bytes: a symbol that is named often is paid for each time. */
    static final long MAX_WRITTEN = 512L << 20;

    private static final int MAX = 1_000_000;

    private final byte[] message;
    private int[] begins = new int[256];
    private int[] lengths = new int[256];
    private int size;

    Symbols(byte[] message) {
        this.message = message;
    }

    void add(int begin, int length) throws WireException {
        if (size == MAX) {
            throw WireException.tooLarge("symbols: more than " + MAX);
        }
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        begins[size] = begin;
        lengths[size++] = length;
    }

    /** The first stands for "nothing". A request without any symbol is one without series. */
    void check() throws WireException {
        if (size > 0 && lengths[0] != 0) {
            throw WireException.malformed("symbols: the first is not empty (expected: an empty text)");
        }
    }

    void write(int number, int field, ProtoWriter into) throws WireException {
        require(number);
        into.bytes(field, message, begins[number], lengths[number]);
    }

    String text(int number) throws WireException {
        if (number == 0) {
            return "";
        }
        require(number);
        return ProtoReader.text(message, begins[number], lengths[number]);
    }

    /** A hash of a description. */
    long hash(LabelHash hash, int type, int help, int unit) throws WireException {
        return type + 31 * hash(hash, help) + 961 * hash(hash, unit);
    }

    private long hash(LabelHash hash, int number) throws WireException {
        if (number == 0) {
            return 1;
        }
        require(number);
        hash.of(message, begins[number], begins[number] + lengths[number]);
        return hash.high();
    }

    private void require(int number) throws WireException {
        if (number < 0 || number >= size) {
            throw WireException.malformed("symbol " + number + ": not in the request (expected: below " + size + ")");
        }
    }
}

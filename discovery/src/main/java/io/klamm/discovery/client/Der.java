package io.klamm.discovery.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Puts private keys of the older forms into PKCS #8, which Java reads. */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int PARAMETERS = 0xa0;
    private static final byte[] VERSION = {INTEGER, 1, 0};
    private static final byte[] RSA = {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0};
    private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private Der() {}

    static byte[] rsaInPkcs8(byte[] key) {
        return value(SEQUENCE, VERSION, value(SEQUENCE, RSA), value(OCTETS, key));
    }

    /** The curve stands in the key, behind its number, and in PKCS #8 before it. */
    static byte[] ecInPkcs8(byte[] key, String place) throws IOException {
        try {
            int at = contents(key, 0, SEQUENCE);
            at = contents(key, at, INTEGER) + length(key, at);
            at = contents(key, at, OCTETS) + length(key, at);
            int from = contents(key, at, PARAMETERS);
            byte[] curve = Arrays.copyOfRange(key, from, from + length(key, at));
            return value(SEQUENCE, VERSION, value(SEQUENCE, EC, curve), value(OCTETS, key));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException(place + ": not an EC private key (expected: one that names its curve)", e);
        }
    }

    /** The index of what a value of this tag holds. */
    private static int contents(byte[] der, int at, int tag) {
        if ((der[at] & 0xff) != tag) {
            throw new IllegalArgumentException("tag: " + (der[at] & 0xff) + " (expected: " + tag + ")");
        }
        int first = der[at + 1] & 0xff;
        return first < 0x80 ? at + 2 : at + 2 + (first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int size = body.size();
        if (size >= 0x100) {
            out.write(0x82);
            out.write(size >> 8);
        } else if (size >= 0x80) {
            out.write(0x81);
        }
        out.write(size);
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }
}

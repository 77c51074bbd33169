package io.klamm.cmd.burrow;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Private keys in PEM, as PKCS #8, the only form that Kafka's clients take.
 *
 * <p>Older tools write RSA keys in a form of their own (PKCS #1, RFC 8017), and elliptic curve keys too (RFC 5915). Either is what stands inside of
 * PKCS #8 (RFC 5958), so it is put there: a sequence of the version 0, the algorithm, and the key.
 */
final class PrivateKeyPem {

    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private static final byte[] VERSION = {2, 1, 0};
    private static final byte[] RSA = {
        6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0,
    };
    private static final byte[] ELLIPTIC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int PARAMETERS = 0xa0;

    private PrivateKeyPem() {}

    /**
     * The text's first private key as PKCS #8 in PEM.
     *
     * @throws IllegalArgumentException when there is none that can be read; the message holds nothing of it
     */
    static String asPkcs8(String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException(
                    "no private key (expected: PEM with -----BEGIN PRIVATE KEY-----, RSA or EC)");
        }
        String body = block.group(2);
        if (body.contains("Proc-Type") || block.group(1).startsWith("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "a private key with a password (expected: one without, as for Burrow, readable by Klamm alone)");
        }
        return switch (block.group(1)) {
            case "RSA PRIVATE KEY" -> pem(wrapped(RSA, der(body)));
            case "EC PRIVATE KEY" -> pem(wrapped(elliptic(der(body)), der(body)));
            default -> block.group();
        };
    }

    private static byte[] der(String body) {
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException broken) {
            throw unreadable();
        }
    }

    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, joined(VERSION, element(SEQUENCE, algorithm), element(OCTETS, key)));
    }

    /** The algorithm with the curve that the key names, which is {@code [0]} after the version and the key itself. */
    private static byte[] elliptic(byte[] key) {
        try {
            ByteBuffer der = ByteBuffer.wrap(key);
            enter(der, SEQUENCE);
            skip(der, INTEGER);
            skip(der, OCTETS);
            byte[] curve = new byte[enter(der, PARAMETERS)];
            der.get(curve);
            return joined(ELLIPTIC, curve);
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException broken) {
            throw unreadable();
        }
    }

    /** Reads an element's tag and length, up to its content. */
    private static int enter(ByteBuffer der, int tag) {
        if ((der.get() & 0xff) != tag) {
            throw unreadable();
        }
        int first = der.get() & 0xff;
        int length = first < 0x80 ? first : 0;
        for (int more = first < 0x80 ? 0 : first & 0x7f; more > 0; more--) {
            length = (length << 8) | (der.get() & 0xff);
        }
        if (length > der.remaining()) {
            throw unreadable();
        }
        return length;
    }

    private static void skip(ByteBuffer der, int tag) {
        int length = enter(der, tag);
        der.position(der.position() + length);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "a private key that cannot be read (expected: PKCS #8; openssl pkcs8 -topk8 -nocrypt converts others)");
    }

    /** Tag, length and content, as DER has them. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            int bytes = content.length > 0xffff ? 3 : content.length > 0xff ? 2 : 1;
            out.write(0x80 | bytes);
            for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
                out.write(content.length >> shift);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String pem(byte[] der) {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, lineEnd).encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
    }
}

package io.klamm.cmd.burrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeyPemTest {

    private static final byte[] P256 = {6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 4096})
    void asPkcs8_rsaOfOldForm_sameKey(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        PrivateKey key = generator.generateKeyPair().getPrivate();
        byte[] pkcs8 = key.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, indexOfInnerSequence(pkcs8), pkcs8.length);

        assertThat(read("RSA", PrivateKeyPem.asPkcs8(pem("RSA PRIVATE KEY", pkcs1))))
                .isEqualTo(key);
    }

    @Test
    void asPkcs8_curveOfOldForm_sameKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();

        String pem = PrivateKeyPem.asPkcs8(pem("EC PRIVATE KEY", sec1(key.getS())));

        assertThat(((ECPrivateKey) read("EC", pem)).getS()).isEqualTo(key.getS());
    }

    @Test
    void asPkcs8_newForm_asItIsWithoutWhatStandsAround() {
        String pem = pem("PRIVATE KEY", new byte[] {1, 2, 3});

        assertThat(PrivateKeyPem.asPkcs8("Bag Attributes\n" + pem + "\nmore")).isEqualTo(pem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "canary-4711",
                "-----BEGIN PRIVATE KEY-----\ncanary-4711",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMIT/////\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\n\n-----END EC PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nAAAA\n-----END RSA PRIVATE KEY-----"
            })
    void asPkcs8_noKeyOrLocked_refusedWithoutItsContent(String pem) {
        assertThatThrownBy(() -> PrivateKeyPem.asPkcs8(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected:")
                .hasMessageNotContaining("canary");
    }

    private static int indexOfInnerSequence(byte[] pkcs8) {
        for (int at = 4; at < pkcs8.length; at++) {
            // The octets begin with 04 and a length; inside is a sequence whose first element is the version 0.
            if (pkcs8[at] == 0x30 && at > 20) {
                return at;
            }
        }
        throw new IllegalArgumentException("no inner sequence");
    }

    private static byte[] sec1(BigInteger secret) {
        byte[] unsigned = new byte[32];
        byte[] signed = secret.toByteArray();
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, unsigned, 32 - length, length);
        return ByteBuffer.allocate(2 + 3 + 2 + 32 + 2 + P256.length)
                .put(new byte[] {0x30, (byte) (3 + 2 + 32 + 2 + P256.length), 2, 1, 1, 4, 32})
                .put(unsigned)
                .put(new byte[] {(byte) 0xa0, (byte) P256.length})
                .put(P256)
                .array();
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----";
    }

    private static PrivateKey read(String algorithm, String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}

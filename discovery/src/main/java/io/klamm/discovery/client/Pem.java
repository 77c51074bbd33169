package io.klamm.discovery.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private keys in PEM. What cannot be read is an {@link IOException} that says where it stands, never what. */
final class Pem {

    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private Pem() {}

    static Collection<? extends Certificate> certificates(TlsConfig.PemSource source) throws IOException {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text(source).getBytes(StandardCharsets.UTF_8)));
            if (certificates.isEmpty()) {
                throw new IOException(place(source) + ": no certificate (expected: PEM with BEGIN CERTIFICATE)");
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw new IOException(place(source) + ": not a certificate (expected: PEM with BEGIN CERTIFICATE)", e);
        }
    }

    static PrivateKey key(TlsConfig.PemSource source) throws IOException {
        Matcher block = KEY.matcher(text(source));
        if (!block.find()) {
            throw new IOException(place(source) + ": no private key (expected: PEM with BEGIN PRIVATE KEY)");
        }
        byte[] body = Base64.getMimeDecoder().decode(block.group(2));
        return switch (block.group(1)) {
            case "RSA PRIVATE KEY" -> key(Der.rsaInPkcs8(body), source);
            case "EC PRIVATE KEY" -> key(Der.ecInPkcs8(body, place(source)), source);
            case "ENCRYPTED PRIVATE KEY" ->
                throw new IOException(place(source) + ": an encrypted private key (expected: one without a password)");
            default -> key(body, source);
        };
    }

    private static PrivateKey key(byte[] pkcs8, TlsConfig.PemSource source) throws IOException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException another) {
                // Only the factory of the key's own algorithm takes it, so the next one is asked.
            } catch (GeneralSecurityException e) {
                throw new IOException(place(source) + ": no " + algorithm + " in this Java", e);
            }
        }
        throw new IOException(place(source) + ": not a private key (expected: RSA, EC or Ed25519 in PEM)");
    }

    private static String text(TlsConfig.PemSource source) throws IOException {
        if (source instanceof TlsConfig.PemSource.InFile in) {
            return Files.readString(in.file(), StandardCharsets.ISO_8859_1);
        }
        return ((TlsConfig.PemSource.Written) source).text().reveal();
    }

    private static String place(TlsConfig.PemSource source) {
        return source instanceof TlsConfig.PemSource.InFile in ? in.file().toString() : "the configuration";
    }
}

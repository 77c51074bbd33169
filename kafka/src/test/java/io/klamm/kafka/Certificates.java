package io.klamm.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Self-signed key pairs in every form that Kafka reads, made by the JDK's keytool. */
final class Certificates {

    static final String PASSWORD = "canary-keystore-password";

    private final Path dir;

    Certificates(Path dir) {
        this.dir = dir;
    }

    /** A key pair in a store of the type ({@code PKCS12} or {@code JKS}), valid for localhost and 127.0.0.1. */
    Path keyStore(String name, String type) throws IOException {
        Path store = dir.resolve(name + "." + type);
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                type);
        return store;
    }

    /** A store that trusts the certificates of the others. */
    Path trustStore(String name, String type, Path... others) throws IOException, GeneralSecurityException {
        Path store = dir.resolve(name + "." + type);
        for (Path other : others) {
            Path certificate = dir.resolve(name + "-" + other.getFileName() + ".crt");
            Files.writeString(certificate, certificatePem(other));
            keytool(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    other.getFileName().toString(),
                    "-file",
                    certificate.toString(),
                    "-keystore",
                    store.toString(),
                    "-storetype",
                    type);
        }
        return store;
    }

    String certificatePem(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = load(store);
        return pem("CERTIFICATE", keys.getCertificate(alias(keys)).getEncoded());
    }

    String privateKeyPem(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = load(store);
        return pem(
                "PRIVATE KEY",
                Objects.requireNonNull(
                        keys.getKey(alias(keys), PASSWORD.toCharArray()).getEncoded()));
    }

    private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(store.toString().endsWith("JKS") ? "JKS" : "PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static String alias(KeyStore keys) throws GeneralSecurityException {
        return keys.aliases().nextElement();
    }

    private static String pem(String kind, byte[] bytes) {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-keypass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

package io.klamm.discovery.client;

import io.klamm.discovery.client.TlsConfig.PemSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The servers' side of the key pairs in {@code resources/tls}. */
final class Keys {

    private Keys() {}

    /** A server's TLS with one pair, which trusts clients that have another. */
    static SSLContext server(Path folder, String pair, String trusted) throws IOException, GeneralSecurityException {
        KeyStore keys = store();
        Certificate[] chain = Pem.certificates(in(folder, pair + ".crt")).toArray(new Certificate[0]);
        keys.setKeyEntry(pair, Pem.key(in(folder, pair + ".key")), new char[0], chain);
        KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, new char[0]);
        KeyStore trust = store();
        trust.setCertificateEntry(
                trusted,
                Pem.certificates(in(folder, trusted + ".crt")).iterator().next());
        TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
        return context;
    }

    private static PemSource in(Path folder, String name) {
        return new PemSource.InFile(folder.resolve(name));
    }

    private static KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}

package io.klamm.discovery.client;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes what TLS needs out of a {@link TlsConfig}. */
public final class TlsContexts {

    private TlsContexts() {}

    /** Reads the files; what is wrong with them is an {@link IOException} that names the file. */
    public static SSLContext context(TlsConfig config) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(config), trust(config), null);
            return config.serverName().isPresent()
                    ? RenamedContext.of(context, config.serverName().get())
                    : context;
        } catch (GeneralSecurityException e) {
            throw new IOException("tls_config: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keys(TlsConfig config) throws IOException, GeneralSecurityException {
        Optional<TlsConfig.PemSource> certificate = config.certificate();
        Optional<TlsConfig.PemSource> key = config.key();
        if (certificate.isEmpty() || key.isEmpty()) {
            return null;
        }
        KeyStore store = emptyStore();
        Certificate[] chain = Pem.certificates(certificate.get()).toArray(new Certificate[0]);
        store.setKeyEntry("client", Pem.key(key.get()), new char[0], chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trust(TlsConfig config) throws IOException, GeneralSecurityException {
        if (config.trustAnything()) {
            return new TrustManager[] {new TrustAnything()};
        }
        if (config.authorities().isEmpty()) {
            return null;
        }
        Collection<? extends Certificate> trusted =
                Pem.certificates(config.authorities().get());
        KeyStore store = emptyStore();
        int index = 0;
        for (Certificate certificate : trusted) {
            store.setCertificateEntry("ca" + index++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** For {@code insecure_skip_verify}: neither certificates nor names are looked at. */
    private static final class TrustAnything extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

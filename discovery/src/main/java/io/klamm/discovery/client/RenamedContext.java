package io.klamm.discovery.client;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** TLS to servers that are asked under one name and have to prove another: {@code server_name}. */
final class RenamedContext extends SSLContext {

    private RenamedContext(SSLContext base, String name) {
        super(new Spi(base, name), base.getProvider(), base.getProtocol());
    }

    static SSLContext of(SSLContext base, String name) {
        return new RenamedContext(base, name);
    }

    private static final class Spi extends SSLContextSpi {

        private final SSLContext base;
        private final String name;

        Spi(SSLContext base, String name) {
            this.base = base;
            this.name = name;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("init: called twice (expected: the context as it was made)");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return base.getSocketFactory();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            return base.getServerSocketFactory();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return new RenamedEngine(base.createSSLEngine(), name);
        }

        /** With the other name as the peer's: that is what the certificate is compared with. */
        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return new RenamedEngine(base.createSSLEngine(name, port), name);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return base.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return base.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return base.getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return base.getSupportedSSLParameters();
        }
    }
}

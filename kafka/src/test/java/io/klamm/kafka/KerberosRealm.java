package io.klamm.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.apache.kerby.util.NetworkUtil;

/** A realm with one service, {@code kafka/localhost}, and one client, {@code klamm}; each with a keytab. */
final class KerberosRealm implements AutoCloseable {

    private static final String REALM = "KLAMM.TEST";

    private final SimpleKdcServer kdc;
    private final Path dir;

    private KerberosRealm(SimpleKdcServer kdc, Path dir) {
        this.kdc = kdc;
        this.dir = dir;
    }

    static KerberosRealm start(Path dir) throws KrbException, IOException {
        SimpleKdcServer kdc = new SimpleKdcServer();
        kdc.setKdcRealm(REALM);
        kdc.setKdcHost("localhost");
        kdc.setWorkDir(dir.toFile());
        kdc.setAllowUdp(false);
        int port = NetworkUtil.getServerPort();
        kdc.setKdcTcpPort(port);
        kdc.init();
        kdc.start();
        KerberosRealm realm = new KerberosRealm(kdc, dir);
        for (String principal : new String[] {"kafka/localhost", "klamm"}) {
            kdc.createPrincipal(principal + "@" + REALM);
            kdc.exportPrincipal(principal + "@" + REALM, realm.keytab(principal).toFile());
        }
        Files.writeString(realm.config(), """
                [libdefaults]
                  default_realm = %s
                  udp_preference_limit = 1
                  rdns = false
                  dns_canonicalize_hostname = false
                [realms]
                  %s = {
                    kdc = localhost:%d
                  }
                """.formatted(REALM, REALM, port));
        return realm;
    }

    Path config() {
        return dir.resolve("krb5.conf");
    }

    /** A login line for the principal's keytab. */
    String jaas(String principal) {
        return "com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true storeKey=true keyTab=\""
                + keytab(principal) + "\" principal=\"" + principal + "@" + REALM + "\";";
    }

    private Path keytab(String principal) {
        return dir.resolve(principal.replace('/', '-') + ".keytab");
    }

    @Override
    public void close() throws KrbException {
        kdc.stop();
    }
}

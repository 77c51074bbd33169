package io.klamm.kafka;

import static io.klamm.kafka.Practice.get;
import static io.klamm.kafka.Practice.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.lab.cluster.LabListener;
import io.klamm.lab.cluster.Sasl;
import io.klamm.model.Broker;
import io.klamm.model.ClusterSnapshot;
import io.klamm.model.CollectionProblem;
import io.klamm.model.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every way to log in, and every right that may be missing, on one real broker that checks both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityIT {

    private static final String PASSWORD = "canary-scram-password";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String OAUTH = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";

    private Path dir;
    private Certificates certificates;
    private Path brokerKey;
    private Path clientKey;
    private IdentityProvider identityProvider;
    private KerberosRealm realm;
    private Practice practice;

    @BeforeAll
    void start(@TempDir Path made) throws IOException, GeneralSecurityException, KrbException {
        dir = made;
        certificates = new Certificates(dir);
        brokerKey = certificates.keyStore("localhost", "PKCS12");
        clientKey = certificates.keyStore("klamm-tls", "PKCS12");
        identityProvider = IdentityProvider.start();
        realm = KerberosRealm.start(Files.createDirectory(dir.resolve("kdc")));
        System.setProperty("java.security.krb5.conf", realm.config().toString());
        LabListener tls = tls();
        practice = Practice.startAs("admin", lab -> lab.brokers(1)
                .sasl(Sasl.SCRAM)
                .user("klamm2", PASSWORD)
                .user("poor", PASSWORD)
                .listener(plain())
                .listener(tls)
                .listener(oauth())
                .listener(kerberos())
                .jvmOption("-Djava.security.krb5.conf=" + realm.config())
                .jvmOption("-D" + OAuthResources.URLS + "=" + identityProvider.jwksUrl())
                .brokerProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .brokerProperty(
                        "super.users",
                        "User:admin;User:klamm;User:klamm2;User:CN=klamm-tls;User:" + IdentityProvider.CLIENT));
        practice.createTopic("open", 2, 1);
        practice.createTopic("closed", 1, 1);
        practice.produce("open", 2, 10);
        practice.commit("g-open", "open", Map.of(0, 4L));
        practice.commit("g-open", "closed", Map.of(0, 0L));
        practice.commit("g-closed", "open", Map.of(0, 4L));
    }

    @AfterAll
    void end() throws KrbException {
        practice.close();
        realm.close();
        identityProvider.close();
        System.clearProperty("java.security.krb5.conf");
        System.clearProperty(OAuthResources.URLS);
    }

    private static LabListener plain() {
        return new LabListener(
                "PLAIN",
                "SASL_PLAINTEXT",
                Map.of(
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "plain.sasl.jaas.config",
                        PLAIN + " required user_klamm2=\"" + PASSWORD + "\";"));
    }

    private LabListener tls() throws IOException, GeneralSecurityException {
        return new LabListener(
                "TLS",
                "SSL",
                "localhost",
                Map.of(
                        "ssl.client.auth",
                        "required",
                        "ssl.keystore.type",
                        "PKCS12",
                        "ssl.keystore.location",
                        brokerKey.toString(),
                        "ssl.keystore.password",
                        Certificates.PASSWORD,
                        "ssl.truststore.type",
                        "PKCS12",
                        "ssl.truststore.location",
                        certificates
                                .trustStore("broker-trust", "PKCS12", clientKey)
                                .toString(),
                        "ssl.truststore.password",
                        Certificates.PASSWORD));
    }

    private LabListener oauth() {
        return new LabListener(
                "OAUTH",
                "SASL_PLAINTEXT",
                Map.of(
                        "sasl.enabled.mechanisms",
                        "OAUTHBEARER",
                        "oauthbearer.sasl.jaas.config",
                        OAUTH + " required;",
                        "oauthbearer.sasl.server.callback.handler.class",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                        "oauthbearer.sasl.oauthbearer.jwks.endpoint.url",
                        identityProvider.jwksUrl(),
                        "oauthbearer.sasl.oauthbearer.expected.audience",
                        "kafka"));
    }

    private LabListener kerberos() {
        return new LabListener(
                "KERBEROS",
                "SASL_PLAINTEXT",
                "localhost",
                Map.of(
                        "sasl.enabled.mechanisms",
                        "GSSAPI",
                        "sasl.kerberos.service.name",
                        "kafka",
                        "gssapi.sasl.jaas.config",
                        realm.jaas("kafka/localhost")));
    }

    private ClusterSnapshot read(String servers, Map<String, String> client) {
        try (ClusterReader reader = reader(servers, client)) {
            return reader.read();
        }
    }

    private static ClusterReader reader(String servers, Map<String, String> client) {
        ClusterConfig config = new ClusterConfig(
                "secure",
                servers,
                Duration.ofSeconds(15),
                NameFilter.all(),
                NameFilter.all(),
                new ClientProperties(client));
        return new ClusterReader(config, Clock.systemUTC());
    }

    private String listener(String name) {
        return practice.lab().lab().bootstrapServers(name);
    }

    private String servers() {
        return practice.lab().lab().bootstrapServers();
    }

    private static Map<String, String> sasl(String mechanism, String jaas) {
        Map<String, String> client = new HashMap<>();
        client.put("security.protocol", "SASL_PLAINTEXT");
        client.put("sasl.mechanism", mechanism);
        client.put("sasl.jaas.config", jaas);
        return client;
    }

    private static String login(String module, String user, String password) {
        return module + " required username=\"" + user + "\" password=\"" + password + "\";";
    }

    private static void complete(ClusterSnapshot snapshot) {
        assertThat(snapshot.problems()).isEmpty();
        assertThat(snapshot.brokers()).extracting(Broker::id).containsExactly(1);
        assertThat(snapshot.topics()).extracting(Topic::name).contains("open", "closed");
        assertThat(group(snapshot, "g-open").offsets().orElseThrow()).hasSize(2);
        assertThat(snapshot.logDirs()).hasSize(1);
        assertThat(snapshot.quorum()).isPresent();
    }

    @Test
    void scram512_readsAll() {
        complete(read(servers(), sasl("SCRAM-SHA-512", login(SCRAM, "klamm2", PASSWORD))));
    }

    @Test
    void scram256_readsAll() {
        complete(read(servers(), sasl("SCRAM-SHA-256", login(SCRAM, "klamm2", PASSWORD))));
    }

    @Test
    void plain_readsAll() {
        complete(read(listener("PLAIN"), sasl("PLAIN", login(PLAIN, "klamm2", PASSWORD))));
    }

    @Test
    void wrongPassword_isToldWithoutIt() {
        assertThatThrownBy(
                        () -> read(servers(), sasl("SCRAM-SHA-512", login(SCRAM, "klamm2", "canary-wrong-password"))))
                .isInstanceOf(ReadFailedException.class)
                .hasMessageStartingWith("login refused at 127.0.0.1:")
                .hasMessageContaining("sasl.jaas.config")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void mutualTls_storesOfBothTypesAndPem_readAll() throws IOException, GeneralSecurityException {
        complete(read(listener("TLS"), stores("PKCS12", clientKey)));
        Path jks = dir.resolve("client.JKS");
        convert(clientKey, jks);
        complete(read(listener("TLS"), stores("JKS", jks)));
        complete(read(
                listener("TLS"),
                Map.of(
                        "security.protocol",
                        "SSL",
                        "ssl.keystore.type",
                        "PEM",
                        "ssl.keystore.key",
                        certificates.privateKeyPem(clientKey),
                        "ssl.keystore.certificate.chain",
                        certificates.certificatePem(clientKey),
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.certificates",
                        certificates.certificatePem(brokerKey))));
    }

    private Map<String, String> stores(String type, Path key) throws IOException, GeneralSecurityException {
        return Map.of(
                "security.protocol",
                "SSL",
                "ssl.keystore.type",
                type,
                "ssl.keystore.location",
                key.toString(),
                "ssl.keystore.password",
                Certificates.PASSWORD,
                "ssl.key.password",
                Certificates.PASSWORD,
                "ssl.truststore.type",
                type,
                "ssl.truststore.location",
                certificates.trustStore("client-trust", type, brokerKey).toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD);
    }

    private static void convert(Path pkcs12, Path jks) throws IOException, GeneralSecurityException {
        java.security.KeyStore from = java.security.KeyStore.getInstance("PKCS12");
        java.security.KeyStore to = java.security.KeyStore.getInstance("JKS");
        char[] password = Certificates.PASSWORD.toCharArray();
        try (var in = Files.newInputStream(pkcs12);
                var out = Files.newOutputStream(jks)) {
            from.load(in, password);
            to.load(null, password);
            String alias = from.aliases().nextElement();
            to.setKeyEntry(alias, from.getKey(alias, password), password, from.getCertificateChain(alias));
            to.store(out, password);
        }
    }

    @Test
    void tlsWithoutTrust_saysWhereToLook() {
        assertThatThrownBy(() -> read(listener("TLS"), Map.of("security.protocol", "SSL")))
                .isInstanceOf(ReadFailedException.class)
                .hasMessageStartingWith("TLS fails at ")
                .hasMessageContaining("ssl.truststore");
    }

    @Test
    void plaintextToATlsPort_isToldBeforeTheClientAllocatesWhatItReads() {
        assertThatThrownBy(() -> read(listener("TLS"), Map.of()))
                .isInstanceOf(ReadFailedException.class)
                .hasMessageEndingWith("speaks TLS (expected: security.protocol SSL or SASL_SSL)");
    }

    @Test
    void oauth_clientCredentials_readsAll() {
        complete(read(listener("OAUTH"), oauthClient(IdentityProvider.SECRET)));
    }

    private Map<String, String> oauthClient(String secret) {
        Map<String, String> client = sasl(
                "OAUTHBEARER",
                OAUTH + " required clientId=\"" + IdentityProvider.CLIENT + "\" clientSecret=\"" + secret + "\";");
        client.put("sasl.oauthbearer.token.endpoint.url", identityProvider.tokenUrl());
        client.put(
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        return client;
    }

    @Test
    void oauth_wrongSecret_isToldWithoutIt() {
        assertThatThrownBy(() -> read(listener("OAUTH"), oauthClient("canary-wrong-secret")))
                .isInstanceOf(ReadFailedException.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void kerberos_keytab_readsAll() {
        Map<String, String> client = sasl("GSSAPI", realm.jaas("klamm"));
        client.put("sasl.kerberos.service.name", "kafka");
        complete(read(listener("KERBEROS"), client));
    }

    @Test
    void noRightsAtAll_clusterIsReadAsFarAsBrokersTell() {
        revokeAll();

        ClusterSnapshot snapshot = readPoor();

        assertThat(snapshot.brokers()).hasSize(1);
        assertThat(snapshot.topics()).isEmpty();
        assertThat(snapshot.groups()).isEmpty();
        assertThat(snapshot.logDirs()).isEmpty();
        assertThat(snapshot.quorum()).isEmpty();
        assertThat(snapshot.problems())
                .filteredOn(problem ->
                        problem.fact().equals("log dirs") || problem.fact().equals("quorum"))
                .hasSize(2)
                .allSatisfy(problem -> {
                    assertThat(problem.kind()).isEqualTo("ClusterAuthorizationException");
                    assertThat(problem.missingRight()).isEqualTo("Describe on Cluster kafka-cluster");
                });
    }

    @Test
    void rightsOnOneTopicAndGroup_theRestIsMissingAndTheseAreRead() {
        revokeAll();
        grant(ResourceType.TOPIC, "open");
        grant(ResourceType.GROUP, "g-open");

        ClusterSnapshot snapshot = readPoor();

        assertThat(snapshot.topics()).extracting(Topic::name).containsExactly("open");
        assertThat(snapshot.topics().get(0).partitions())
                .allMatch(partition -> partition.latestOffset() == 10 && partition.earliestOffset() == 0);
        assertThat(snapshot.groups()).singleElement().satisfies(group -> {
            assertThat(group.id()).isEqualTo("g-open");
            assertThat(group.offsets().orElseThrow())
                    .extracting(offset -> offset.partition().topic())
                    .containsExactly("open");
        });
        assertThat(snapshot.problems())
                .extracting(CollectionProblem::fact)
                .containsExactlyInAnyOrder("log dirs", "quorum", "retention");
    }

    @Test
    void retentionDenied_namesTheRight_grantedItIsRead() {
        revokeAll();
        grant(ResourceType.TOPIC, "open");
        try (ClusterReader reader = poorReader()) {
            reader.read();
            ClusterSnapshot denied = reader.read();

            assertThat(denied.topics()).allMatch(topic -> topic.retention().isEmpty());
            assertThat(denied.problems())
                    .filteredOn(problem -> problem.fact().equals("retention"))
                    .singleElement()
                    .satisfies(
                            problem -> assertThat(problem.missingRight()).isEqualTo("DescribeConfigs on Topic open"));
            assertThat(reader.calls()).containsEntry("describeConfigs", 1L);
        }
        grant(ResourceType.TOPIC, "open", AclOperation.DESCRIBE_CONFIGS);

        ClusterSnapshot granted = readPoor();

        assertThat(granted.topics()).singleElement().matches(topic -> topic.retention()
                .isPresent());
        assertThat(granted.problems()).extracting(CollectionProblem::fact).doesNotContain("retention");
    }

    @Test
    void groupSeenThroughTheClusterRight_isDescribedButItsDenialNamed() {
        revokeAll();
        grant(ResourceType.CLUSTER, "kafka-cluster");
        grant(ResourceType.TOPIC, "open");

        ClusterSnapshot snapshot = readPoor();

        assertThat(snapshot.logDirs()).hasSize(1);
        assertThat(snapshot.quorum()).isPresent();
        assertThat(group(snapshot, "g-open").offsets())
                .as("denied, which is not the same as nothing")
                .isEmpty();
        assertThat(snapshot.problems())
                .filteredOn(problem -> !problem.fact().equals("retention"))
                .allSatisfy(problem -> {
                    assertThat(problem.kind()).isEqualTo("GroupAuthorizationException");
                    assertThat(problem.missingRight()).isEqualTo("Describe on Group *");
                })
                .extracting(CollectionProblem::fact)
                .contains("group offsets");
    }

    @Test
    void groupOfTheNewProtocol_withATopicThatIsDenied_namesTheRight() {
        revokeAll();
        grant(ResourceType.CLUSTER, "kafka-cluster");
        grant(ResourceType.GROUP, "g-new");
        grant(ResourceType.TOPIC, "open");
        try (KafkaConsumer<String, String> consumer = practice.join("g-new", "consumer", "closed")) {
            assertThat(consumer.assignment()).hasSize(1);

            ClusterSnapshot snapshot = readPoor();

            assertThat(snapshot.problems())
                    .filteredOn(problem -> problem.kind().equals("TopicAuthorizationException"))
                    .filteredOn(problem -> !problem.fact().equals("retention"))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.fact()).isEqualTo("groups");
                        assertThat(problem.missingRight()).startsWith("Describe on Topic");
                        assertThat(problem.message()).contains("g-new");
                    });
        }
    }

    private ClusterSnapshot readPoor() {
        try (ClusterReader reader = poorReader()) {
            return reader.read();
        }
    }

    private ClusterReader poorReader() {
        return reader(servers(), sasl("SCRAM-SHA-512", login(SCRAM, "poor", PASSWORD)));
    }

    private void grant(ResourceType type, String name) {
        grant(type, name, AclOperation.DESCRIBE);
    }

    private void grant(ResourceType type, String name, AclOperation operation) {
        get(() -> practice.admin()
                .createAcls(List.of(new AclBinding(
                        new ResourcePattern(type, name, PatternType.LITERAL),
                        new AccessControlEntry("User:poor", "*", operation, AclPermissionType.ALLOW))))
                .all()
                .get(10, TimeUnit.SECONDS));
        settle();
    }

    private void revokeAll() {
        get(() -> practice.admin()
                .deleteAcls(List.of(org.apache.kafka.common.acl.AclBindingFilter.ANY))
                .all()
                .get(10, TimeUnit.SECONDS));
        settle();
    }

    /** Brokers learn of rights through the metadata log, so one that answers as of now has caught up. */
    private void settle() {
        List<String> seen = new ArrayList<>();
        get(() -> seen.add(practice.admin()
                .describeAcls(org.apache.kafka.common.acl.AclBindingFilter.ANY)
                .values()
                .get(10, TimeUnit.SECONDS)
                .toString()));
        assertThat(seen).hasSize(1);
    }
}

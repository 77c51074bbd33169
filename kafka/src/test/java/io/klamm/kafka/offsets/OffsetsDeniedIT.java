package io.klamm.kafka.offsets;

import static io.klamm.kafka.offsets.OffsetsLab.TOPIC;
import static io.klamm.kafka.offsets.OffsetsLab.await;
import static io.klamm.kafka.offsets.OffsetsLab.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.kafka.ClusterConfig;
import io.klamm.kafka.NameFilter;
import io.klamm.kafka.OffsetsTopicConfig.Start;
import io.klamm.kafka.offsets.OffsetsState.Denied;
import io.klamm.kafka.offsets.OffsetsState.Failed;
import io.klamm.kafka.offsets.OffsetsState.Live;
import io.klamm.lab.cluster.Sasl;
import io.klamm.model.ComponentStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the reader says and does on a broker that checks rights. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffsetsDeniedIT {

    private static final String PASSWORD = "denied-canary-1";

    private OffsetsLab lab;

    @BeforeAll
    void start() {
        lab = OffsetsLab.startAs("admin", config -> config.sasl(Sasl.SCRAM)
                .user("poor", PASSWORD)
                .brokerProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .brokerProperty("super.users", "User:admin;User:klamm"));
        lab.createTopic("t", 1, 1, Map.of());
        lab.commit("g", "t", Map.of(0, 1L));
    }

    @AfterAll
    void end() {
        lab.close();
    }

    @AfterEach
    void revokeAll() {
        get(lab.admin().deleteAcls(List.of(AclBindingFilter.ANY)).all());
    }

    private ClusterConfig as(Map<String, String> login) {
        return lab.config(TOPIC, new Start.Recent(Duration.ofMinutes(10)), NameFilter.all(), login);
    }

    private void allow(AclOperation operation) {
        get(lab.admin()
                .createAcls(List.of(new AclBinding(
                        new ResourcePattern(ResourceType.TOPIC, TOPIC, PatternType.LITERAL),
                        new AccessControlEntry("User:poor", "*", operation, AclPermissionType.ALLOW))))
                .all());
    }

    @Test
    void noRight_thenOnlyToDescribe_thenToRead() {
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(as(lab.lab().lab().clientProperties("poor")), sink, states)) {
            states.awaitLast(Denied.class);
            assertThat(reader.state()).isEqualTo(new Denied("Read on Topic " + TOPIC));
            assertThat(reader.status().state()).isEqualTo(ComponentStatus.State.ERROR);
            assertThat(reader.status().lastError())
                    .isEqualTo("not allowed (missing right: Read on Topic __consumer_offsets)");

            allow(AclOperation.DESCRIBE);
            long failures = reader.status().failures();
            await(() -> reader.status().failures() >= failures + 2);
            assertThat(states.told()).as("it does not waver while it tries").noneMatch(state -> state instanceof Live);
            assertThat(sink.log()).isEmpty();

            allow(AclOperation.READ);
            states.awaitLast(Live.class);
            await(() -> sink.newest("g", "t", 0) != null);
            lab.commit("g", "t", Map.of(0, 2L));
            await(() -> sink.log().contains("g t-0 2"));
            assertThat(reader.status().state()).isEqualTo(ComponentStatus.State.OK);
        }
    }

    @Test
    void rightTakenAway_isDeniedAndLiveAgainWhenItIsBack() {
        allow(AclOperation.READ);
        FakeSink sink = new FakeSink();
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(as(lab.lab().lab().clientProperties("poor")), sink, states)) {
            states.awaitLast(Live.class);
            revokeAll();
            states.awaitLast(Denied.class);
            lab.commit("meanwhile", "t", Map.of(0, 7L));
            allow(AclOperation.READ);
            states.awaitLast(Live.class);

            await(() -> sink.log().contains("meanwhile t-0 7"));
            assertThat(sink.log().stream().filter(line -> line.equals("meanwhile t-0 7")))
                    .hasSize(1);
            assertThat(reader.status().failures()).isPositive();
        }
    }

    @Test
    void wrongPassword_failsAndShowsNoSecret() {
        Map<String, String> login = new HashMap<>(lab.lab().lab().clientProperties("poor"));
        login.computeIfPresent("sasl.jaas.config", (key, value) -> value.replace(PASSWORD, "wrong-canary"));
        States states = new States();
        try (OffsetsTopicReader reader = lab.read(as(login), new FakeSink(), states)) {
            states.awaitLast(Failed.class);

            assertThat(reader.status().lastError()).contains("login refused").doesNotContain("canary");
        }
    }
}

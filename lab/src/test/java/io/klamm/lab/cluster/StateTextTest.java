package io.klamm.lab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTextTest {

    @TempDir
    Path dir;

    @Test
    void readWrite_everythingSet_isTheSame() {
        LabState state = state();

        LabState read = StateText.read(dir, StateText.write(state));

        assertThat(read.config()).isEqualTo(state.config());
        assertThat(read.clusterId()).isEqualTo("id-1");
        assertThat(read.owner()).contains(new ProcessId(7, 70));
        assertThat(read.processes()).isEqualTo(state.processes());
        assertThat(read.credentials().passwords()).isEqualTo(state.credentials().passwords());
    }

    @Test
    void stateFile_written_isForItsOwnerAlone() throws IOException {
        StateFile file = new StateFile(new Layout(dir));
        file.write(state());
        file.write(state().ended());

        assertThat(file.read().orElseThrow().processes()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("lab.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void stateFile_cutShort_saysWhichFileAndWhy() throws IOException {
        Files.writeString(dir.resolve("lab.properties"), "brokers=3\n");

        assertThatThrownBy(() -> new StateFile(new Layout(dir)).read())
                .isInstanceOf(LabException.class)
                .hasMessageContaining(dir.resolve("lab.properties").toString())
                .hasMessageContaining("missing");
    }

    @Test
    void toString_secretsInside_areNotShown() {
        assertThat(state().toString()).contains("ann", "ssl.client.auth").doesNotContain("a=b", "required", "rack-");
    }

    private LabState state() {
        LabConfig config = LabConfig.in(dir)
                .brokers(5)
                .controllers(3)
                .kafkaPort(12_000)
                .sasl(Sasl.SCRAM)
                .user("ann", "a=b \\ \"c\" \n#: ü")
                .listener(new LabListener("TLS", "SSL", "localhost", Map.of("ssl.client.auth", "required")))
                .brokerProperty("broker.rack", "rack-{node}")
                .jvmOption("-Xmx300m")
                .jvmOption("-Da=b")
                .libDir(dir.resolve("lib"))
                .cacheDir(dir.resolve("cache"))
                .java(Path.of("/opt/java"))
                .classArchive(false)
                .build();
        TreeMap<Integer, ProcessId> processes =
                new TreeMap<>(Map.of(1, new ProcessId(11, 110), 101, new ProcessId(12, 120)));
        return new LabState(
                "id-1", config, Credentials.create(config.users()), Optional.of(new ProcessId(7, 70)), processes);
    }
}

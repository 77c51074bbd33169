package io.klamm.lab.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers a {@link LabConfig}, whose parameters say what each method means. */
public final class LabConfigBuilder {

    private final Path dataDir;
    private final Map<String, String> users = new HashMap<>();
    private final List<LabListener> listeners = new ArrayList<>();
    private final Map<String, String> brokerProperties = new HashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private int brokers = 3;
    private int controllers = 1;
    private int kafkaPort = LabConfig.DEFAULT_KAFKA_PORT;
    private Sasl sasl = Sasl.NONE;
    private @Nullable Path libDir;
    private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private boolean classArchive = true;
    private @Nullable Path cacheDir;

    LabConfigBuilder(Path dataDir) {
        this.dataDir = dataDir;
    }

    public LabConfigBuilder brokers(int number) {
        this.brokers = number;
        return this;
    }

    public LabConfigBuilder controllers(int number) {
        this.controllers = number;
        return this;
    }

    public LabConfigBuilder kafkaPort(int base) {
        this.kafkaPort = base;
        return this;
    }

    public LabConfigBuilder sasl(Sasl how) {
        this.sasl = how;
        return this;
    }

    public LabConfigBuilder user(String name, String password) {
        users.put(name, password);
        return this;
    }

    public LabConfigBuilder listener(LabListener listener) {
        listeners.add(listener);
        return this;
    }

    public LabConfigBuilder brokerProperty(String key, String value) {
        brokerProperties.put(key, value);
        return this;
    }

    public LabConfigBuilder jvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    public LabConfigBuilder libDir(@Nullable Path dir) {
        this.libDir = dir;
        return this;
    }

    public LabConfigBuilder java(Path executable) {
        this.java = executable;
        return this;
    }

    public LabConfigBuilder classArchive(boolean use) {
        this.classArchive = use;
        return this;
    }

    public LabConfigBuilder cacheDir(@Nullable Path dir) {
        this.cacheDir = dir;
        return this;
    }

    public LabConfig build() {
        return new LabConfig(
                dataDir,
                brokers,
                controllers,
                kafkaPort,
                sasl,
                users,
                listeners,
                brokerProperties,
                jvmOptions,
                libDir,
                java,
                classArchive,
                cacheDir);
    }
}

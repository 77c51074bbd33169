package io.klamm.lab.cluster;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link LabState} as properties and back. Lists are numbered, maps keep their keys behind a prefix. */
final class StateText {

    private static final String USER = "user.";
    private static final String FURTHER = "further-user.";
    private static final String PROPERTY = "broker.";
    private static final String OPTION = "jvm-option.";
    private static final String PROCESS = "process.";
    private static final String LISTENER = "listener.";

    private StateText() {}

    static String write(LabState state) {
        LabConfig config = state.config();
        Map<String, String> values = new TreeMap<>();
        values.put("cluster-id", state.clusterId());
        values.put("brokers", Integer.toString(config.brokers()));
        values.put("controllers", Integer.toString(config.controllers()));
        values.put("kafka-port", Integer.toString(config.kafkaPort()));
        values.put("sasl", config.sasl().label());
        values.put("java", config.java().toString());
        values.put("class-archive", Boolean.toString(config.classArchive()));
        putPath(values, "lib-dir", config.libDir());
        putPath(values, "cache-dir", config.cacheDir());
        state.owner().ifPresent(owner -> values.put("owner", owner.toString()));
        config.users().forEach((user, password) -> values.put(FURTHER + user, password));
        state.credentials().passwords().forEach((user, password) -> values.put(USER + user, password));
        config.brokerProperties().forEach((key, value) -> values.put(PROPERTY + key, value));
        state.processes().forEach((node, process) -> values.put(PROCESS + node, process.toString()));
        for (int i = 0; i < config.jvmOptions().size(); i++) {
            values.put(
                    OPTION + String.format(Locale.ROOT, "%03d", i),
                    config.jvmOptions().get(i));
        }
        for (int i = 0; i < config.listeners().size(); i++) {
            putListener(values, LISTENER + i + ".", config.listeners().get(i));
        }
        return PropertiesText.write(values);
    }

    static LabState read(Path dataDir, String text) {
        SortedMap<String, String> values = PropertiesText.read(text);
        LabConfigBuilder config = LabConfig.in(dataDir)
                .brokers(Integer.parseInt(need(values, "brokers")))
                .controllers(Integer.parseInt(need(values, "controllers")))
                .kafkaPort(Integer.parseInt(need(values, "kafka-port")))
                .sasl(Sasl.valueOf(need(values, "sasl").toUpperCase(Locale.ROOT)))
                .java(Path.of(need(values, "java")))
                .classArchive(Boolean.parseBoolean(need(values, "class-archive")))
                .libDir(path(values, "lib-dir"))
                .cacheDir(path(values, "cache-dir"));
        under(values, FURTHER).forEach(config::user);
        under(values, PROPERTY).forEach(config::brokerProperty);
        under(values, OPTION).values().forEach(config::jvmOption);
        for (int i = 0; values.containsKey(LISTENER + i + ".name"); i++) {
            config.listener(listener(under(values, LISTENER + i + ".")));
        }
        SortedMap<Integer, ProcessId> processes = new TreeMap<>();
        under(values, PROCESS).forEach((node, id) -> processes.put(Integer.valueOf(node), ProcessId.parse(id)));
        return new LabState(
                need(values, "cluster-id"),
                config.build(),
                new Credentials(under(values, USER)),
                Optional.ofNullable(values.get("owner")).map(ProcessId::parse),
                processes);
    }

    private static void putListener(Map<String, String> values, String prefix, LabListener listener) {
        values.put(prefix + "name", listener.name());
        values.put(prefix + "protocol", listener.protocol());
        values.put(prefix + "host", listener.host());
        listener.properties().forEach((key, value) -> values.put(prefix + "set." + key, value));
    }

    private static LabListener listener(SortedMap<String, String> values) {
        return new LabListener(
                need(values, "name"), need(values, "protocol"), need(values, "host"), under(values, "set."));
    }

    private static void putPath(Map<String, String> values, String key, @Nullable Path path) {
        if (path != null) {
            values.put(key, path.toString());
        }
    }

    private static @Nullable Path path(Map<String, String> values, String key) {
        String path = values.get(key);
        return path == null ? null : Path.of(path);
    }

    private static String need(SortedMap<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + ": missing (expected: one of the keys that the lab writes)");
        }
        return value;
    }

    private static SortedMap<String, String> under(SortedMap<String, String> values, String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        values.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }
}

package io.klamm.lab.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The archive of Kafka's classes (JDK class-data sharing) that halves the work of starting a node of this JDK and these jars.
 *
 * <p>The first lab records which classes a broker loads; {@link ArchiveMaker} makes the archive from that list; later labs find it. Where no archive
 * can be made or read, nodes start without: nothing depends on it.
 */
final class ClassArchive {

    private static final int RECORDED_BROKER = 1;

    private final Optional<Path> file;

    private ClassArchive(Optional<Path> file) {
        this.file = file;
    }

    static ClassArchive of(LabConfig config, BrokerLibrary library) {
        if (!config.classArchive()) {
            return new ClassArchive(Optional.empty());
        }
        Path asked = config.cacheDir();
        Path dir = asked != null ? asked : library.dir().resolveSibling("lab-cache");
        try {
            Files.createDirectories(dir);
            return new ClassArchive(Optional.of(dir.resolve(name(config, library))));
        } catch (IOException e) {
            // A read-only installation without an archive: slower starts, nothing worse.
            return new ClassArchive(Optional.empty());
        }
    }

    /** Options for a JVM that is to use the archive; none where there is none. */
    List<String> use() {
        return file.filter(Files::exists)
                .map(path -> List.of("-XX:SharedArchiveFile=" + path, "-Xshare:auto"))
                .orElse(List.of());
    }

    /** The same, or else, for one of the nodes, options that record its classes for the archive to be made. */
    List<String> useOrRecord(Node node, Layout layout) {
        if (missing().isEmpty() || node.id() != RECORDED_BROKER) {
            return use();
        }
        return List.of("-XX:DumpLoadedClassList=" + layout.classList());
    }

    /** Where the archive is to be made; empty where there is one already, or where none is wanted. */
    Optional<Path> missing() {
        return file.filter(path -> !Files.exists(path) && Files.isWritable(path.resolveSibling(".")));
    }

    /** Jars are told apart by place, size and age, as the JVM itself tells them apart. */
    private static String name(LabConfig config, BrokerLibrary library) throws IOException {
        CRC32C sum = new CRC32C();
        Path java = config.java().toRealPath();
        sum.update((java + " " + Files.getLastModifiedTime(java)).getBytes(StandardCharsets.UTF_8));
        for (Path jar : library.jars()) {
            String text = jar.toAbsolutePath() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
            sum.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return "kafka-" + HexFormat.of().toHexDigits((int) sum.getValue()) + ".jsa";
    }
}

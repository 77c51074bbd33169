package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * Gives every node its first data folder, as Kafka's {@code StorageTool} makes it.
 *
 * <p>The tool runs once, for one node, and its folder is copied for the others with the two lines changed that differ ({@code node.id},
 * {@code directory.id}): a JVM for each node would add two seconds to the first start. A folder appears whole or not at all, so a start that was cut
 * short is taken up again by the next.
 */
final class Formatter {

    private static final int LIMIT_SECONDS = 60;
    private static final String META = "meta.properties";

    private final LabState state;
    private final Layout layout;
    private final JavaArguments arguments;

    Formatter(LabState state, Layout layout, JavaArguments arguments) {
        this.state = state;
        this.layout = layout;
        this.arguments = arguments;
    }

    void format(List<Node> nodes, List<String> archive) throws IOException {
        List<Node> missing =
                nodes.stream().filter(node -> !Files.exists(layout.data(node))).toList();
        if (missing.isEmpty()) {
            return;
        }
        Tree.delete(layout.template());
        Path made = makeTemplate(missing.get(0), archive);
        for (Node node : missing) {
            copy(made, node);
        }
        Tree.delete(layout.template());
    }

    private Path makeTemplate(Node node, List<String> archive) throws IOException {
        Path home = Files.createDirectories(layout.template());
        Path data = home.resolve("data");
        SortedMap<String, String> settings =
                new TreeMap<>(new NodeSettings(state.config(), state.credentials(), layout).of(node));
        settings.put("log.dirs", data.toString());
        Path file = home.resolve("server.properties");
        Files0600.write(file, PropertiesText.write(settings));
        Path argumentFile = home.resolve("java.args");
        Files0600.write(
                argumentFile, JavaArguments.file(arguments.format(file, state.clusterId(), scramUsers(), archive)));
        Path out = home.resolve("format.out");
        run(Child.start(state.config().java(), argumentFile, out.toFile()), out);
        return data;
    }

    private static void run(Child tool, Path out) throws IOException {
        Process process = tool.process();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new LabException("formatting: not done after " + LIMIT_SECONDS + " s" + LogTail.of(out));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("formatting: interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new LabException("formatting: failed with exit code " + process.exitValue() + LogTail.of(out));
        }
    }

    private List<String> scramUsers() {
        if (state.config().sasl() != Sasl.SCRAM) {
            return List.of();
        }
        return state.credentials().passwords().entrySet().stream()
                .flatMap(user -> Stream.of("SCRAM-SHA-256", "SCRAM-SHA-512")
                        .map(mechanism -> mechanism + "=[name=" + user.getKey() + ",password=" + user.getValue() + "]"))
                .collect(Collectors.toList());
    }

    private void copy(Path made, Node node) throws IOException {
        Path draft = Tree.delete(layout.home(node).resolve("data.tmp"));
        Tree.copy(made, draft);
        Map<String, String> meta = PropertiesText.read(Files.readString(made.resolve(META)));
        meta.put("node.id", Integer.toString(node.id()));
        meta.put("directory.id", Uuid.randomUuid().toString());
        Files.writeString(draft.resolve(META), PropertiesText.write(meta));
        Files.move(draft, layout.data(node), StandardCopyOption.ATOMIC_MOVE);
    }
}

package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a node's files and starts its process. */
final class NodeLauncher {

    private static final String LOGGING = """
            # Written by the lab at every start.
            status = error
            name = lab
            appender.file.type = RollingFile
            appender.file.name = file
            appender.file.fileName = ${sys:klamm.lab.log}
            appender.file.filePattern = ${sys:klamm.lab.log}.%i
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = [%d] %p %m (%c)%n
            appender.file.policies.type = Policies
            appender.file.policies.size.type = SizeBasedTriggeringPolicy
            appender.file.policies.size.size = 5MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 1
            rootLogger.level = info
            rootLogger.appenderRef.file.ref = file
            """;

    private final LabState state;
    private final Layout layout;
    private final BrokerLibrary library;
    private final JavaArguments arguments;
    private final ClassArchive archive;

    /** Finds Kafka's jars; throws {@link LabException} where there are none. */
    NodeLauncher(LabState state, Layout layout) {
        this.state = state;
        this.layout = layout;
        this.library = BrokerLibrary.find(state.config().libDir());
        this.arguments = new JavaArguments(state.config(), library, layout);
        this.archive = ClassArchive.of(state.config(), library);
    }

    /** Makes the data folders that are missing. */
    void format(List<Node> nodes) {
        try {
            new Formatter(state, layout, arguments).format(nodes, archive.use());
        } catch (IOException e) {
            throw new LabException("formatting: " + layout.dir() + ": " + e, e);
        }
    }

    /** Starts the node; it dies with this process until it is let go. */
    Child launch(Node node) {
        try {
            Files.createDirectories(layout.home(node));
            Files.createDirectories(layout.logs());
            Files.writeString(layout.logging(), LOGGING);
            Path settings = layout.settings(node);
            Files0600.write(
                    settings,
                    PropertiesText.write(new NodeSettings(state.config(), state.credentials(), layout).of(node)));
            Files0600.write(
                    layout.arguments(node),
                    JavaArguments.file(arguments.node(node, archive.useOrRecord(node, layout))));
        } catch (IOException e) {
            throw new LabException(node.name() + ": its files cannot be written: " + e, e);
        }
        return Child.start(
                state.config().java(), layout.arguments(node), layout.out(node).toFile());
    }

    /** Begins to make the class archive, if it is missing. */
    Optional<ArchiveMaker> makeArchive() {
        return ArchiveMaker.begin(archive, state.config(), library, layout);
    }
}

package io.klamm.lab.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The arguments of the node's JVM, kept in a file ({@code java @file}) so that {@code ps} shows one short line for each node. Pure. */
final class JavaArguments {

    /** Small heap, one compiler, one collector thread: what lets four JVMs start together on two cores. */
    private static final List<String> SMALL = List.of(
            "-Xms32m",
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Djava.awt.headless=true");

    private final LabConfig config;
    private final BrokerLibrary library;
    private final Layout layout;

    JavaArguments(LabConfig config, BrokerLibrary library, Layout layout) {
        this.config = config;
        this.library = library;
        this.layout = layout;
    }

    /** Runs the broker or controller itself. */
    List<String> node(Node node, List<String> archive) {
        List<String> arguments = small(archive);
        String jmx = "-Dcom.sun.management.jmxremote";
        arguments.add(jmx + ".port=" + node.jmxPort());
        arguments.add(jmx + ".rmi.port=" + node.jmxPort());
        arguments.add(jmx + ".host=" + Names.HOST);
        arguments.add(jmx + ".authenticate=false");
        arguments.add(jmx + ".ssl=false");
        arguments.add("-Djava.rmi.server.hostname=" + Names.HOST);
        arguments.add("-Dlog4j2.configurationFile=" + layout.logging());
        arguments.add("-Dklamm.lab.log=" + layout.log(node));
        arguments.addAll(config.jvmOptions());
        classPath(arguments);
        arguments.add("kafka.Kafka");
        arguments.add(layout.settings(node).toString());
        return arguments;
    }

    /** Formats the data folder that the settings name. */
    List<String> format(Path settings, String clusterId, List<String> scramUsers, List<String> archive) {
        List<String> arguments = small(archive);
        classPath(arguments);
        arguments.addAll(List.of("kafka.tools.StorageTool", "format", "-t", clusterId, "-c", settings.toString()));
        for (String user : scramUsers) {
            arguments.add("--add-scram");
            arguments.add(user);
        }
        return arguments;
    }

    private static List<String> small(List<String> archive) {
        List<String> arguments = new ArrayList<>(SMALL);
        arguments.addAll(archive);
        return arguments;
    }

    private void classPath(List<String> arguments) {
        arguments.add("-cp");
        arguments.add(library.classPath());
    }

    /** The text of an argument file: each argument quoted on a line of its own. */
    static String file(List<String> arguments) {
        return arguments.stream()
                .map(argument -> '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining("\n", "", "\n"));
    }
}

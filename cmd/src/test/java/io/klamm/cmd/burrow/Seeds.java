package io.klamm.cmd.burrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Burrow configurations that stand in the product's seed documents, taken out of the text around them. */
final class Seeds {

    private Seeds() {}

    /** The folder that {@code KLAMM_SEEDS} names, or the one beside the repository; empty where neither exists. */
    static Optional<Path> folder() {
        return Stream.of(Optional.ofNullable(System.getenv("KLAMM_SEEDS")), Optional.of("../../shared/seeds"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** The YAML of a Kubernetes ConfigMap: what is indented below {@code burrow.yaml: |}. */
    static String yaml(Path folder) throws IOException {
        List<String> lines = document(folder, "001_").lines().toList();
        int start = lines.indexOf("  burrow.yaml: |");
        return String.join(
                "\n",
                lines.subList(start + 1, lines.size()).stream()
                        .takeWhile(line -> line.isBlank() || line.startsWith("    "))
                        .map(line -> line.isBlank() ? "" : line.substring(4))
                        .toList());
    }

    /** The TOML of the first block of code after its name. */
    static String toml(Path folder) throws IOException {
        String text = document(folder, "002_");
        int start = text.indexOf("```\n", text.indexOf("**burrow.toml**")) + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    private static String document(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IOException(folder + ": no " + prefix + "* (expected: the seed documents)"));
            return Files.readString(file).replace("\r\n", "\n");
        }
    }
}

package io.klamm.config.burrow;

import io.klamm.config.Environment;
import io.klamm.config.ForeignFile;
import io.klamm.config.Format;
import io.klamm.config.Loaded;
import io.klamm.config.Parsed;
import io.klamm.config.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads Burrow's configuration as Burrow finds it: a file, or a directory with {@code burrow.toml}, {@code burrow.yaml} and so on. */
public final class BurrowFile {

    /** In the order in which Burrow looks for them. */
    private static final List<String> READ = List.of("json", "toml", "yaml", "yml");

    private static final List<String> NOT_READ = List.of("properties", "props", "prop", "hcl", "tfvars", "ini");

    private BurrowFile() {}

    /**
     * Reads a file, or the one that a directory has. Variables of the environment win over it, as in Burrow.
     *
     * @param regex says whether a text is a regular expression as the lists of groups have them
     */
    public static Loaded<BurrowConfig> load(Path path, Environment environment, Format<?> regex) {
        List<Path> files = Files.isDirectory(path) ? filesIn(path) : List.of(path);
        ForeignFile file = ForeignFile.read(files.get(0), environment);
        String prefix =
                file.peek(root -> General.prefix(root.section("general"))).orElse(General.PREFIX);
        return file.overriddenBy(prefix).bind(root -> bind(root, regex, files));
    }

    private static BurrowConfig bind(Section root, Format<?> regex, List<Path> files) {
        files.stream()
                .skip(1)
                .forEach(other -> root.warning(
                        "not read, because there is also " + files.get(0).getFileName() + ": " + other.getFileName()));
        return new BurrowBinder(root, text(regex)).bind();
    }

    private static Format<String> text(Format<?> regex) {
        return Format.explained(
                regex.expected(),
                text -> regex.parse(text) instanceof Parsed.Bad<?> bad
                        ? Parsed.bad(bad.expected())
                        : Parsed.good(text));
    }

    /** The file that Burrow would take, and those that it would not; where there is none, the name that most people use. */
    private static List<Path> filesIn(Path directory) {
        List<Path> found = Stream.concat(READ.stream(), NOT_READ.stream())
                .map(end -> directory.resolve("burrow." + end))
                .filter(Files::exists)
                .toList();
        return found.isEmpty() ? List.of(directory.resolve("burrow.toml")) : found;
    }
}

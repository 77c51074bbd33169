package io.klamm.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Another program's configuration file, in TOML, YAML or JSON by the end of its name, read the way that program reads it.
 *
 * <p>Keys are found in any case, though {@link Section#keys} tells them as they are written; an empty value is an absent one; texts are taken as
 * they are; keys that nobody asked for are warnings; a list may be written as one text with commas or blanks between. Problems and limits are
 * those of {@link YamlFile}, but for the size.
 */
public final class ForeignFile {

    /** The ends of names that can be read; other formats are refused with a word about what to do. */
    public static final List<String> FORMATS = List.of("json", "toml", "yaml", "yml");

    /** Larger files are refused unread. The TOML parser keeps much for each thing that is wrong, so this is less than for our own. */
    public static final ByteSize LARGEST = ByteSize.ofKibibytes(128);

    private static final String READABLE = "a file that ends with .toml, .yaml, .yml or .json";

    private final FileText.Outcome outcome;
    private final Path directory;
    private final String name;
    private final Environment environment;
    private final Dialect dialect;

    private ForeignFile(
            FileText.Outcome outcome, Path directory, String name, Environment environment, Dialect dialect) {
        this.outcome = outcome;
        this.directory = directory;
        this.name = name;
        this.environment = environment;
        this.dialect = dialect;
    }

    /** Reads a file; problems are told by {@link #bind}. */
    public static ForeignFile read(Path path, Environment environment) {
        FileText.Outcome outcome = readable(path.toString())
                ? FileText.read(path, LARGEST)
                : new FileText.Failure(
                        Position.WHOLE_FILE, "a format that is not read (expected: " + READABLE + "; convert it)");
        return new ForeignFile(outcome, Document.directoryOf(path), path.toString(), environment, Dialect.FOREIGN);
    }

    /** Takes a text as if it were the content of a file of that name in the working directory. */
    public static ForeignFile parse(String name, String text, Environment environment) {
        return new ForeignFile(
                Document.outcomeOf(text, LARGEST), Path.of("").toAbsolutePath(), name, environment, Dialect.FOREIGN);
    }

    /**
     * The same file, over which variables of the environment win: {@code PREFIX_CLUSTER_LIVE_SERVERS} over {@code cluster.live.servers}.
     *
     * <p>They win over keys, known or new, of sections that the file has; {@code .} and {@code -} of a path become {@code _}.
     */
    public ForeignFile overriddenBy(String prefix) {
        return new ForeignFile(outcome, directory, name, environment, Dialect.foreign(prefix));
    }

    /** Binds the file to a value and reports everything that is wrong with it, as {@link YamlFile#bind} does. */
    public <T> Loaded<T> bind(Function<Section, T> binder) {
        Source source = Source.of(name, directory, environment, dialect);
        Document document = Document.of(outcome, source, syntax());
        return new Document(source, document.root().map(map -> AnyCase.of(map, source))).bind(binder);
    }

    /** What a binder finds, without a word about problems; nothing when the file cannot be read. */
    public <T> Optional<T> peek(Function<Section, T> binder) {
        Source source = Source.of(name, directory, environment, dialect);
        return Document.of(outcome, source, syntax())
                .root()
                .map(map -> binder.apply(Section.root(source, AnyCase.of(map, source))));
    }

    private Document.Syntax syntax() {
        return endOf(name).equals("toml") ? TomlComposer::compose : YamlComposer::compose;
    }

    private static boolean readable(String name) {
        return FORMATS.contains(endOf(name));
    }

    private static String endOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

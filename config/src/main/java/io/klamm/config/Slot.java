package io.klamm.config;

import io.klamm.config.Node.ListNode;
import io.klamm.config.Node.MapNode;
import io.klamm.config.Node.Refused;
import io.klamm.config.Node.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One value at its place, able to be read and to be complained about.
 *
 * @param hidden whether the value may be a secret, and so appears in no problem
 */
record Slot(Source source, String path, Position at, Node node, boolean hidden) {

    private static final String FILE = "file:";
    private static final ByteSize LARGEST_SECRET = ByteSize.ofKibibytes(64);

    void problem(String message) {
        source.problem(at, path, withoutValue(message));
    }

    /** The same as {@link #refuse(String)}, with the nearest of the names if the value may be shown. */
    void refuse(String expected, Collection<String> names) {
        Optional<String> nearest =
                node instanceof Scalar scalar && !hidden ? NearestName.of(scalar.text(), names) : Optional.empty();
        source.problem(at, path, shown() + " (expected: " + withoutValue(expected) + ")", nearest.orElse(null));
    }

    /** The values of a text that stands for a list, with commas or blanks between. */
    List<Slot> split(Scalar scalar) {
        return Arrays.stream(scalar.text().split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> new Slot(source, path, at, new Scalar(at, part, false), hidden))
                .toList();
    }

    /** Complains about the value as it is written, never as it is with its variables filled in. */
    void refuse(String expected) {
        source.problem(at, path, shown() + " (expected: " + withoutValue(expected) + ")");
    }

    <T> Optional<T> read(Format<T> format) {
        return text(format.expected()).flatMap(text -> parsed(text, format));
    }

    /** A scalar's text with variables filled in; the empty text only if {@link #allowingEmpty} is used. */
    private Optional<String> text(String expected) {
        return allowingEmpty(expected).filter(text -> {
            if (text.isEmpty()) {
                refuse(expected + ", not empty");
            }
            return !text.isEmpty();
        });
    }

    Optional<String> allowingEmpty(String expected) {
        return scalar(expected).flatMap(scalar -> source.meaning(scalar.text(), this::problem));
    }

    private <T> Optional<T> parsed(String text, Format<T> format) {
        Parsed<T> parsed = format.parse(text);
        if (parsed instanceof Parsed.Bad<T> bad) {
            refuse(mayShow(text) ? bad.expected() : hide(text, bad.expected()));
        }
        return parsed.value();
    }

    /** The secret that is written here, or that is in the file named here after {@code file:}. */
    Optional<Secret> secret() {
        String expected = "a secret, ${NAME} or file:/path";
        Optional<Scalar> scalar = scalar(expected);
        if (scalar.isPresent() && namesFile(scalar.get())) {
            return fromFile(scalar.get().text().substring(FILE.length())).map(Secret::of);
        }
        return text(expected).map(Secret::of);
    }

    /** A free value: any text, even none; a secret's may come from a file. */
    Optional<String> freeText(boolean mayComeFromFile) {
        if (mayComeFromFile && node instanceof Scalar scalar && namesFile(scalar)) {
            return fromFile(scalar.text().substring(FILE.length()));
        }
        return allowingEmpty("text");
    }

    private boolean namesFile(Scalar scalar) {
        return source.dialect().own() && scalar.text().startsWith(FILE);
    }

    private Optional<String> fromFile(String written) {
        Optional<Path> file = source.meaning(written, this::problem).flatMap(this::resolved);
        return file.flatMap(found -> {
            FileText.Outcome outcome = SecretFile.read(found, LARGEST_SECRET);
            if (outcome instanceof FileText.Failure failure) {
                source.problem(at, path, "file " + Shown.quoted(written) + ": " + failure.message());
            }
            return outcome instanceof FileText.Text text ? Optional.of(text.text()) : Optional.empty();
        });
    }

    private Optional<Path> resolved(String file) {
        try {
            return Optional.of(source.directory().resolve(file));
        } catch (InvalidPathException invalid) {
            source.problem(at, path, "file: not a path (expected: file:/path)");
            return Optional.empty();
        }
    }

    private Optional<Scalar> scalar(String expected) {
        if (node instanceof Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        wrongKind(expected);
        return Optional.empty();
    }

    Optional<MapNode> map() {
        if (node instanceof MapNode map) {
            return Optional.of(map);
        }
        if (!source.dialect().own() && node instanceof Scalar scalar && !scalar.isNull()) {
            // In another program's file a value in the place of a section may be a secret that lost its key.
            source.problem(at, path, scalar.kind() + " (expected: a section with keys)");
            return Optional.empty();
        }
        wrongKind("a section with keys");
        return Optional.empty();
    }

    Optional<ListNode> list(String expected) {
        if (node instanceof ListNode list) {
            return Optional.of(list);
        }
        wrongKind(expected);
        return Optional.empty();
    }

    private void wrongKind(String expected) {
        if (node instanceof Refused) {
            return;
        }
        if (node instanceof Scalar scalar && scalar.isNull()) {
            source.problem(at, path, "empty (expected: " + expected + "; or leave it out)");
            return;
        }
        refuse(expected);
    }

    private String shown() {
        if (!(node instanceof Scalar scalar)) {
            return node.kind();
        }
        if (hidden) {
            return "***";
        }
        String written = Shown.quoted(scalar.text());
        return source.dialect().own() && Expansion.concerns(scalar.text()) ? "the value of " + written : written;
    }

    /** A value that came from a variable is no more shown than a secret: only how it is written is. */
    private boolean mayShow(String text) {
        return !hidden && node instanceof Scalar scalar && scalar.text().equals(text);
    }

    /** For words that come from elsewhere and might repeat a secret. */
    private String withoutValue(String message) {
        return hidden && node instanceof Scalar scalar ? hide(scalar.text(), message) : message;
    }

    /** Hides a value in a message; one of three letters or less is left, as it would also be found in innocent words. */
    private static String hide(String value, String message) {
        return value.length() <= 3 ? message : message.replace(value, "***");
    }
}

package io.klamm.notifier.channel;

import io.klamm.config.Section;
import io.klamm.notifier.channel.text.TemplateFiles;
import io.klamm.notifier.channel.text.Wordings;
import io.klamm.template.value.TemplateException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The files of {@code templates}: each a path, whose last part may have {@code *} in it. */
final class UserTemplates {

    private static final String KEY = "templates";

    private UserTemplates() {}

    /** Reads them; one that cannot be read or understood is a problem, and then there are ours alone. */
    static Wordings bind(Section root, Path directory) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String pattern : root.strings(KEY)) {
            read(root, directory.resolve(pattern), files);
        }
        try {
            return TemplateFiles.with(files);
        } catch (TemplateException e) {
            root.problem(KEY, e.getMessage() + " (expected: templates of Go)");
            return TemplateFiles.ours();
        }
    }

    private static void read(Section root, Path pattern, Map<String, String> files) {
        Path directory = pattern.getParent();
        Path name = pattern.getFileName();
        if (directory == null || name == null || !Files.isDirectory(directory)) {
            root.problem(KEY, pattern + ": no such directory (expected: a path of files)");
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, name.toString())) {
            TreeSet<Path> sorted = new TreeSet<>();
            found.forEach(sorted::add);
            for (Path file : sorted) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException | DirectoryIteratorException e) {
            root.problem(KEY, pattern + ": " + e.getMessage() + " (expected: files that can be read)");
        }
    }
}

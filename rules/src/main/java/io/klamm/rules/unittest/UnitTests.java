package io.klamm.rules.unittest;

import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.YamlFile;
import io.klamm.rules.file.RuleFile;
import io.klamm.rules.file.RuleFileOptions;
import io.klamm.rules.file.RuleFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs files of unit tests for rules. */
public final class UnitTests {

    private final RuleFileOptions options;

    /** @param options how rule files are read */
    public UnitTests(RuleFileOptions options) {
        this.options = options;
    }

    /** Runs all tests of a file; what is wrong is in the report. */
    public TestReport run(Path file) {
        Loaded<TestFile> loaded = YamlFile.readVerbatim(file, RuleFiles.LARGEST).bind(TestFileBinder::bind);
        if (loaded.value().isEmpty()) {
            return TestReport.refused(texts(loaded.problems()));
        }
        return run(file, loaded.orThrow());
    }

    private TestReport run(Path file, TestFile tests) {
        List<String> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<RuleFile> rules = new ArrayList<>();
        for (Path path : ruleFiles(file, tests.ruleFiles(), warnings)) {
            Loaded<RuleFile> loaded = RuleFiles.read(path, options);
            problems.addAll(texts(loaded.problems()));
            loaded.value().ifPresent(rules::add);
        }
        return problems.isEmpty()
                ? new TestReport(List.of(), results(tests, rules), warnings)
                : TestReport.refused(problems);
    }

    private List<CaseResult> results(TestFile file, List<RuleFile> rules) {
        List<CaseResult> results = new ArrayList<>();
        for (TestCase test : file.tests()) {
            String name = test.name().isEmpty() ? "test " + (results.size() + 1) : test.name();
            results.add(new CaseRun(file, test, rules, options.parser()).result(name));
        }
        return results;
    }

    private static List<Path> ruleFiles(Path file, List<String> patterns, List<String> warnings) {
        List<Path> found = new ArrayList<>();
        for (String pattern : patterns) {
            Path wanted = file.toAbsolutePath().resolveSibling(pattern).normalize();
            List<Path> matches = matching(wanted);
            if (matches.isEmpty()) {
                warnings.add("no file matches " + pattern);
            }
            found.addAll(matches);
        }
        return found;
    }

    /** The files that a path names whose last part may be a pattern; sorted. */
    private static List<Path> matching(Path wanted) {
        Path directory = wanted.getParent();
        if (Files.exists(wanted)) {
            return List.of(wanted);
        }
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, String.valueOf(wanted.getFileName()))) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream().map(Problem::text).toList();
    }
}

package io.klamm.rules.file;

import io.klamm.config.ByteSize;
import io.klamm.config.Loaded;
import io.klamm.config.Problem;
import io.klamm.config.YamlFile;
import io.klamm.model.rule.RuleProblem;
import java.nio.file.Path;
import java.util.List;

/** Reads rule files; what is likely a slip but stops nothing, such as a rule that is there twice, is a warning. */
public final class RuleFiles {

    /** Larger files are refused unread. */
    public static final ByteSize LARGEST = ByteSize.ofMebibytes(32);

    private RuleFiles() {}

    public static Loaded<RuleFile> read(Path file, RuleFileOptions options) {
        return bind(file.toString(), YamlFile.readVerbatim(file, LARGEST), options);
    }

    /** Takes a text as if it were the content of a file of that name. */
    public static Loaded<RuleFile> parse(String name, String text, RuleFileOptions options) {
        return bind(name, YamlFile.parseVerbatim(name, text, LARGEST), options);
    }

    private static Loaded<RuleFile> bind(String name, YamlFile yaml, RuleFileOptions options) {
        return yaml.bind(section -> new FileBinder(name, options).bind(section));
    }

    /** What is wrong with the text of a rule file; empty for a good one. */
    public static List<RuleProblem> check(String text, RuleFileOptions options) {
        return problems(parse("rules", text, options));
    }

    /** The problems of a file, as they are shown. */
    public static List<RuleProblem> problems(Loaded<RuleFile> loaded) {
        return loaded.problems().stream().map(RuleFiles::shown).toList();
    }

    private static RuleProblem shown(Problem problem) {
        // the text without its place, which is told beside it
        Problem bare = new Problem("", 0, 0, problem.path(), problem.message(), problem.suggestion());
        return new RuleProblem(problem.line(), problem.column(), bare.text().substring(2));
    }
}

package io.klamm.cmd;

import io.klamm.model.verdict.Language;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which language reasons are said. */
final class LanguageOption {

    @Option(
            names = "--lang",
            paramLabel = "en|ko",
            description = "language of the reasons (default: as LC_ALL, LC_MESSAGES or LANG says)")
    private @Nullable String lang;

    /**
     * The language asked for, else that of the environment, else English.
     *
     * @throws UserException when another is asked for
     */
    Language language(Map<String, String> environment) {
        if (lang == null) {
            return ofEnvironment(environment);
        }
        return switch (lang) {
            case "en" -> Language.ENGLISH;
            case "ko" -> Language.KOREAN;
            default -> throw new UserException("lang: " + lang + " (expected: en or ko)", UserException.USAGE);
        };
    }

    /** The first of the variables that is set decides, as in other programs. */
    static Language ofEnvironment(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("ko"))
                .map(value -> Language.KOREAN)
                .orElse(Language.ENGLISH);
    }
}

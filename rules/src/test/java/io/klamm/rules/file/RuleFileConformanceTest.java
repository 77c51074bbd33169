package io.klamm.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.Loaded;
import io.klamm.testing.Conformance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule file of Prometheus's own tests, good and bad as its name says. */
class RuleFileConformanceTest {

    private static final String LEGACY = "legacy_validation";

    @Test
    void read_filesOfUpstream_goodAndBadAsNamed() {
        List<String> wrong = new ArrayList<>();
        for (Path file : files()) {
            boolean right = asNamed(file);
            System.out.println(file.getFileName() + ": " + (right ? "1 passed, 0 failed" : "0 passed, 1 failed"));
            if (!right) {
                wrong.add(file.getFileName() + ": " + read(file).text());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>(Conformance.files("rulefmt", ".yaml"));
        files.addAll(Conformance.files("rulefmt", ".yml"));
        return files;
    }

    private static boolean asNamed(Path file) {
        boolean bad = String.valueOf(file.getFileName()).contains(".bad.");
        return read(file).problems().isEmpty() != bad;
    }

    private static Loaded<RuleFile> read(Path file) {
        boolean legacy = String.valueOf(file.getFileName()).contains(LEGACY);
        return RuleFiles.read(file, legacy ? RuleFileOptions.STANDARD.withLegacyNames() : RuleFileOptions.STANDARD);
    }
}

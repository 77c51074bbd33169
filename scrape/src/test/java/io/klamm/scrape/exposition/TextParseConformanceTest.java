package io.klamm.scrape.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.klamm.scrape.exposition.ExpositionReader.Entry;
import io.klamm.testing.Conformance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real pages, each line compared with what a plain regular expression finds in it. */
class TextParseConformanceTest {

    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[^\"}]|\"(?:\\\\.|[^\"\\\\])*\")*\\})?[ \\t]+(\\S+)(?:[ \\t]+([-0-9.e+]+))?(?: # .*)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)[ \\t]*=[ \\t]*\"((?:\\\\.|[^\"\\\\])*)\"");

    @Test
    void read_realPages_lineByLine() throws IOException {
        List<Path> pages = Conformance.files("textparse", ".txt");
        assumeThat(pages).isNotEmpty();
        List<String> problems = new ArrayList<>();
        for (Path page : pages) {
            List<String> failed = new ArrayList<>();
            int lines = compare(page, failed);
            System.out.println(
                    page.getFileName() + ": " + (lines - failed.size()) + " passed, " + failed.size() + " failed");
            failed.forEach(line -> problems.add(page.getFileName() + ": " + line));
        }
        assertThat(problems).isEmpty();
    }

    private static int compare(Path page, List<String> failed) throws IOException {
        boolean openMetrics = page.getFileName().toString().contains(".om.");
        byte[] bytes = Files.readAllBytes(page);
        ExpositionFormat format = openMetrics ? ExpositionFormat.OPENMETRICS : ExpositionFormat.TEXT;
        List<String> expected = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> sample(line, openMetrics))
                .toList();
        List<String> found = new ArrayList<>();
        ExpositionReader reader = ExpositionReader.of(format);
        try {
            reader.begin(bytes, 0, bytes.length);
            for (Entry entry = reader.next(); entry != Entry.END; entry = reader.next()) {
                if (entry == Entry.SAMPLE) {
                    found.add(reader.series() + " " + reader.value()
                            + (reader.hasTimestamp() ? " @" + reader.timestamp() : ""));
                }
            }
        } catch (ExpositionException e) {
            failed.add(String.valueOf(e.getMessage()));
        }
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String left = i < expected.size() ? expected.get(i) : "nothing";
            String right = i < found.size() ? found.get(i) : "nothing";
            if (!left.equals(right)) {
                failed.add(left + " was read as " + right);
            }
        }
        return expected.size();
    }

    private static String sample(String line, boolean openMetrics) {
        Matcher sample = SAMPLE.matcher(line.strip());
        assertThat(sample.matches()).as(line).isTrue();
        List<String> pairs = new ArrayList<>(Arrays.asList("__name__", sample.group(1)));
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                pairs.add(label.group(1));
                pairs.add(label.group(2)
                        .replace("\\\\", "\0")
                        .replace("\\n", "\n")
                        .replace("\\\"", "\"")
                        .replace("\0", "\\"));
            }
        }
        String value = sample.group(3).replace("Inf", "Infinity");
        String time = sample.group(4);
        String millis = time == null
                ? ""
                : " @" + (openMetrics ? (long) (Double.parseDouble(time) * 1000) : Long.parseLong(time));
        return pairs + " " + Double.parseDouble(value) + millis;
    }
}

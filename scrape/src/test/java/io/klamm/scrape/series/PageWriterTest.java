package io.klamm.scrape.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.scrape.config.Limits;
import io.klamm.scrape.config.SampleConfig;
import io.klamm.scrape.exposition.ExpositionFormat;
import io.klamm.scrape.exposition.ExpositionReader;
import io.klamm.scrape.pool.Readings;
import io.klamm.scrape.relabel.RelabelAction;
import io.klamm.scrape.relabel.RelabelConfig;
import io.klamm.storage.memory.MemoryStorage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PageWriterTest {

    private static final Labels TARGET = Labels.of("instance", "b1:9100", "job", "kafka");
    private static final String T = "instance=\"b1:9100\", job=\"kafka\"";

    private final MemoryStorage storage = new MemoryStorage();
    private final ExpositionReader reader = ExpositionReader.of(ExpositionFormat.TEXT);
    private PageWriter writer = writer(SampleConfig.DEFAULT, Limits.NONE);

    @Test
    void write_page_withTheLabelsOfTheTarget() {
        PageResult result = write(1_000, "a{x=\"1\"} 1\nb 2\n");
        assertThat(result).isEqualTo(new PageResult(2, 2, 2, 0, 0, 0, 0, ""));
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", " + T + ", x=\"1\"} 1.0@1000", "{__name__=\"b\", " + T + "} 2.0@1000");
        assertThat(write(2_000, "a{x=\"1\"} 3\nb 4\n").added()).isZero();
    }

    @Test
    void write_seriesThatIsGone_endsOnce() {
        write(1_000, "a 1\nb 1\n");
        write(2_000, "a 2\n");
        write(3_000, "a 3\n");
        PageResult back = write(4_000, "b 4\na 4\n");
        assertThat(back.added()).as("b is new again").isEqualTo(1);
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", " + T + "} 1.0@1000 2.0@2000 3.0@3000 4.0@4000",
                        "{__name__=\"b\", " + T + "} 1.0@1000 stale@2000 4.0@4000");
    }

    @Test
    void writeNothing_allSeriesEndOnce() {
        write(1_000, "a 1\nb 1\n");
        nothing(2_000);
        nothing(3_000);
        PageResult back = write(4_000, "a 4\nb 4\n");
        assertThat(back.added()).as("they were known").isZero();
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", " + T + "} 1.0@1000 stale@2000 4.0@4000",
                        "{__name__=\"b\", " + T + "} 1.0@1000 stale@2000 4.0@4000");
    }

    @Test
    void write_brokenPage_nothingOfItIsKept() {
        write(1_000, "a 1\nb 1\n");
        PageResult broken = write(2_000, "a 2\nc 2\nbroken\n");
        assertThat(broken.problem())
                .isEqualTo("line 3: found the end of the line (expected: a value after the metric name)");
        assertThat(broken.samples()).as("up to the line that is broken").isEqualTo(2);
        write(3_000, "a 3\nb 3\nc 3\n");
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", " + T + "} 1.0@1000 stale@2000 3.0@3000",
                        "{__name__=\"b\", " + T + "} 1.0@1000 stale@2000 3.0@3000",
                        "{__name__=\"c\", " + T + "} 3.0@3000");
    }

    @Test
    void write_timesOfThePage_keptAndNotEnded() {
        write(1_000, "a 1 500\nb 1\n");
        write(2_000, "b 2\n");
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", " + T + "} 1.0@500", "{__name__=\"b\", " + T + "} 1.0@1000 2.0@2000");
    }

    @Test
    void write_timesOfThePageTracked_areEnded() {
        writer = writer(new SampleConfig(false, true, true, List.of()), Limits.NONE);
        write(1_000, "a 1 500\n");
        write(2_000, "");
        assertThat(series()).containsExactly("{__name__=\"a\", " + T + "} 1.0@500 stale@2000");
    }

    @Test
    void write_timesNotHonored_areThoseOfTheScrape() {
        writer = writer(new SampleConfig(false, false, false, List.of()), Limits.NONE);
        write(1_000, "a 1 500\n");
        write(2_000, "");
        assertThat(series()).containsExactly("{__name__=\"a\", " + T + "} 1.0@1000 stale@2000");
    }

    @Test
    void write_conflictingLabels_areExported() {
        write(1_000, "a{job=\"x\",instance=\"y\",exported_job=\"z\"} 1\n");
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", exported_exported_job=\"x\", exported_instance=\"y\", exported_job=\"z\", "
                                + T + "} 1.0@1000");
    }

    @Test
    void write_conflictingLabelsHonored_stay() {
        writer = writer(new SampleConfig(true, true, false, List.of()), Limits.NONE);
        write(1_000, "a{job=\"x\"} 1\nb{instance=\"\"} 2\n");
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", instance=\"b1:9100\", job=\"x\"} 1.0@1000",
                        "{__name__=\"b\", job=\"kafka\"} 2.0@1000");
    }

    @Test
    void write_relabelling_dropsAndRewrites() {
        writer = writer(
                new SampleConfig(
                        false,
                        true,
                        false,
                        List.of(
                                rule("__name__", "go_.*", "", "$1", RelabelAction.DROP),
                                rule("__name__", "old", "__name__", "new", RelabelAction.REPLACE))),
                Limits.NONE);
        PageResult result = write(1_000, "go_x 1\nold 2\nkept 3\n");
        assertThat(result).isEqualTo(new PageResult(3, 2, 2, 0, 0, 0, 0, ""));
        assertThat(write(2_000, "go_x 1\nold 2\nkept 3\n")).isEqualTo(new PageResult(3, 2, 0, 0, 0, 0, 0, ""));
        assertThat(series())
                .containsExactly(
                        "{__name__=\"kept\", " + T + "} 3.0@1000 3.0@2000",
                        "{__name__=\"new\", " + T + "} 2.0@1000 2.0@2000");
    }

    @Test
    void write_relabellingThatTakesTheName_refusesThePage() {
        writer = writer(
                new SampleConfig(
                        false, true, false, List.of(rule("__name__", "a", "__name__", "", RelabelAction.REPLACE))),
                Limits.NONE);
        assertThat(write(1_000, "a 1\n").problem()).isEqualTo("missing metric name (__name__ label)");
    }

    @Test
    void write_duplicates_areCounted() {
        PageResult result = write(1_000, "a 1\na 2\nb 1 5\nb 2 5\nb 3 6\n");
        assertThat(result).isEqualTo(new PageResult(5, 5, 2, 2, 0, 0, 0, ""));
        assertThat(series())
                .containsExactly("{__name__=\"a\", " + T + "} 1.0@1000", "{__name__=\"b\", " + T + "} 1.0@5 3.0@6");
    }

    @Test
    void write_sameSeriesWrittenOtherwise_doesNotEnd() {
        write(1_000, "a{x=\"1\",y=\"2\"} 1\n");
        write(2_000, "a{y=\"2\",x=\"1\"} 2\n");
        assertThat(series()).containsExactly("{__name__=\"a\", " + T + ", x=\"1\", y=\"2\"} 1.0@1000 2.0@2000");
    }

    @Test
    void write_outOfOrder_isCounted() {
        MemoryStorage strict = new MemoryStorage(0);
        writer = new PageWriter(strict.appender("t"), TARGET, SampleConfig.DEFAULT, Limits.NONE);
        write(2_000, "a 1 1500\n");
        assertThat(write(3_000, "a 2 1400\n").outOfOrder()).isEqualTo(1);
    }

    @Test
    void write_moreSamplesThanAllowed_refusesThePage() {
        writer = writer(SampleConfig.DEFAULT, new Limits(0, 2, 0, 0, 0, 0, 0));
        assertThat(write(1_000, "a 1\nb 1\n").good()).isTrue();
        PageResult result = write(2_000, "a 1\nb 1\nc 1\nd 1\n");
        assertThat(result.problem()).isEqualTo("sample limit exceeded");
        assertThat(result.samples()).as("still counted").isEqualTo(4);
        assertThat(series())
                .containsExactly(
                        "{__name__=\"a\", " + T + "} 1.0@1000 stale@2000",
                        "{__name__=\"b\", " + T + "} 1.0@1000 stale@2000");
    }

    @Test
    void write_labelsBeyondTheLimits_refuseThePage() {
        writer = writer(SampleConfig.DEFAULT, new Limits(0, 0, 4, 8, 8, 0, 0));
        assertThat(write(1_000, "a{x=\"1\"} 1\n").good()).isTrue();
        assertThat(write(2_000, "a{x=\"1\",y=\"2\"} 1\n").problem())
                .isEqualTo("label_limit exceeded (metric: a, number of labels: 5, limit: 4)");
        assertThat(write(3_000, "a{long_name=\"1\"} 1\n").problem())
                .isEqualTo("label_name_length_limit exceeded (metric: a, label name: long_name, length: 9, limit: 8)");
        assertThat(write(4_000, "a{x=\"123456789\"} 1\n").problem())
                .isEqualTo(
                        "label_value_length_limit exceeded (metric: a, label name: x, value: \"123456789\", length: 9, limit: 8)");
    }

    @Test
    void write_metadata_isKnown() {
        write(1_000, "# TYPE a counter\n# HELP a The \\\\ help.\na 1\n# TYPE b gauge\nb 1\n");
        assertThat(writer.metadata())
                .isEqualTo(Map.of(
                        "a", new Metadata(MetricType.COUNTER, "The \\ help.", ""),
                        "b", new Metadata(MetricType.GAUGE, "", "")));
        write(2_000, "# TYPE a gauge\n# HELP a Other.\na 1\n");
        assertThat(writer.metadata())
                .containsEntry("a", new Metadata(MetricType.GAUGE, "Other.", ""))
                .containsKey("b");
        for (int i = 3; i < 15; i++) {
            write(i * 1_000L, "# TYPE a gauge\na 1\n");
        }
        assertThat(writer.metadata()).as("gone for more than ten pages").containsOnlyKeys("a");
    }

    @Test
    void write_badPagesWithOtherSeriesEachTime_doNotFillTheMemory() {
        write(0, "a 1\n");
        for (int i = 1; i < 300; i++) {
            StringBuilder page = new StringBuilder();
            for (int j = 0; j < 10; j++) {
                page.append("s{i=\"").append(i * 10 + j).append("\"} 1\n");
            }
            write(i * 1_000L, page + "broken\n");
        }
        assertThat(writer.seriesKnown()).isLessThan(1_100);
    }

    /** Pages at random: what is in the store is what a plain account of them says. */
    @Test
    void write_pagesAtRandom_asAPlainAccount() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, List<String>> expected = new TreeMap<>();
        Map<String, Boolean> alive = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (int page = 1; page <= 300; page++) {
            long time = page * 1_000L;
            change(order, random);
            if (random.nextInt(15) == 0) {
                if (random.nextBoolean()) {
                    nothing(time);
                } else {
                    write(time, text(order, page).toString() + "broken");
                }
                end(expected, alive, List.of(), time);
            } else {
                write(time, text(order, page).toString());
                for (String name : order) {
                    expected.computeIfAbsent(name, key -> new ArrayList<>()).add((double) page + "@" + time);
                }
                end(expected, alive, order, time);
                order.forEach(name -> alive.put(name, true));
            }
        }
        List<String> lines = new ArrayList<>();
        expected.forEach(
                (name, samples) -> lines.add("{__name__=\"" + name + "\", " + T + "} " + String.join(" ", samples)));
        assertThat(series()).as("seed %d", seed).isEqualTo(lines);
    }

    private static void end(
            Map<String, List<String>> expected, Map<String, Boolean> alive, List<String> there, long time) {
        alive.replaceAll((name, living) -> {
            if (living && !there.contains(name)) {
                expected.computeIfAbsent(name, key -> new ArrayList<>()).add("stale@" + time);
                return false;
            }
            return living;
        });
    }

    private static void change(List<String> order, Random random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = "m" + random.nextInt(100);
            if (!order.remove(name)) {
                order.add(random.nextInt(order.size() + 1), name);
            }
        }
    }

    private static StringBuilder text(List<String> order, int value) {
        StringBuilder page = new StringBuilder();
        order.forEach(name -> page.append(name).append(' ').append(value).append('\n'));
        return page;
    }

    private PageWriter writer(SampleConfig config, Limits limits) {
        return new PageWriter(storage.appender("t"), TARGET, config, limits);
    }

    private static RelabelConfig rule(
            String source, String regex, String target, String replacement, RelabelAction action) {
        return new RelabelConfig(List.of(source), ";", regex, 0, target, replacement, action);
    }

    private PageResult write(long time, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        reader.begin(bytes, 0, bytes.length);
        PageResult result = writer.write(reader, time);
        writer.commit();
        return result;
    }

    private void nothing(long time) {
        writer.writeNothing(time);
        writer.commit();
    }

    private List<String> series() {
        return Readings.ofPages(storage);
    }
}

package io.klamm.scrape.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.model.series.MetricType;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushedMetricTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.5, 0.5",
        "100000, 100000",
        "123456, 123456",
        "1000000, 1e+06",
        "1234567, 1.234567e+06",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "-2.5, -2.5",
        "-1e21, -1e+21",
        "1e100, 1e+100",
        "0.1, 0.1",
        "10, 10",
        "Infinity, +Inf",
        "-Infinity, -Inf",
        "NaN, NaN"
    })
    void text_bound_asGoWritesIt(double bound, String expected) {
        assertThat(PushedMetric.text(bound)).isEqualTo(expected);
    }

    /** One family of each kind, as Go's client would send them. */
    @Test
    void read_families_becomeTheSamplesOfTheTextFormat() throws PushRefusedException {
        Proto body = new Proto()
                .part(new Proto()
                        .text(1, "c")
                        .text(2, "Help.")
                        .number(3, 0)
                        .message(4, metric().message(3, new Proto().real(1, 7))))
                .part(new Proto().text(1, "g").number(3, 1).message(4, metric().message(2, new Proto().real(1, -1.5))))
                .part(new Proto().text(1, "u").number(3, 3).message(4, metric().message(5, new Proto().real(1, 2))))
                .part(new Proto()
                        .text(1, "s")
                        .number(3, 2)
                        .message(
                                4,
                                metric().message(
                                                4,
                                                new Proto()
                                                        .number(1, 3)
                                                        .real(2, 4.5)
                                                        .message(
                                                                3,
                                                                new Proto()
                                                                        .real(1, 0.99)
                                                                        .real(2, 8)))))
                .part(new Proto()
                        .text(1, "h")
                        .number(3, 4)
                        .message(
                                4,
                                metric().message(
                                                7,
                                                new Proto()
                                                        .number(1, 5)
                                                        .real(2, 9)
                                                        .message(
                                                                3,
                                                                new Proto()
                                                                        .number(1, 2)
                                                                        .real(2, 1e6)))));
        Map<String, Double> samples = new TreeMap<>();
        Map<String, PushedFamily> families =
                PushProtobuf.read(body.bytes(), body.bytes().length, Labels.of("job", "j"));
        families.values()
                .forEach(family -> family.samples().forEach((labels, value) -> samples.put(labels.toString(), value)));
        String rest = "a=\"1\", job=\"j\"";
        assertThat(samples)
                .isEqualTo(Map.of(
                        "{__name__=\"c\", " + rest + "}", 7.0,
                        "{__name__=\"g\", " + rest + "}", -1.5,
                        "{__name__=\"u\", " + rest + "}", 2.0,
                        "{__name__=\"s\", " + rest + ", quantile=\"0.99\"}", 8.0,
                        "{__name__=\"s_sum\", " + rest + "}", 4.5,
                        "{__name__=\"s_count\", " + rest + "}", 3.0,
                        "{__name__=\"h_bucket\", " + rest + ", le=\"1e+06\"}", 2.0,
                        "{__name__=\"h_bucket\", " + rest + ", le=\"+Inf\"}", 5.0,
                        "{__name__=\"h_sum\", " + rest + "}", 9.0,
                        "{__name__=\"h_count\", " + rest + "}", 5.0));
        assertThat(families)
                .hasEntrySatisfying(
                        "c", family -> assertThat(family.metadata().help()).isEqualTo("Help."))
                .hasEntrySatisfying(
                        "h", family -> assertThat(family.metadata().type()).isEqualTo(MetricType.HISTOGRAM));
    }

    @Test
    void read_timestamp_isRefused() {
        Proto body = new Proto().part(new Proto().text(1, "g").number(3, 1).message(4, metric().number(6, 5)));
        assertThatThrownBy(() -> PushProtobuf.read(body.bytes(), body.bytes().length, Labels.EMPTY))
                .isInstanceOf(PushRefusedException.class)
                .hasMessage("pushed metrics must not have timestamps");
    }

    /** Whatever the bytes are, they are read or refused. */
    @Test
    void read_brokenBytes_areRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] good = new Proto()
                .part(new Proto().text(1, "g").number(3, 1).message(4, metric().message(2, new Proto().real(1, 1))))
                .bytes();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                PushProtobuf.read(bytes, random.nextInt(bytes.length + 1), Labels.EMPTY);
            } catch (PushRefusedException e) {
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isPositive();
    }

    private static Proto metric() {
        return new Proto().message(1, new Proto().text(1, "a").text(2, "1"));
    }
}

package io.klamm.storage.remote.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.klamm.model.series.Exemplar;
import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Outcome;
import io.klamm.storage.Querier;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.wire.ProtoWriter;
import io.klamm.storage.remote.wire.SnappyBlock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemoteWriteReceiverTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
    private static final String SAMPLES = "X-Prometheus-Remote-Write-Samples-Written";
    private static final String HISTOGRAMS = "X-Prometheus-Remote-Write-Histograms-Written";
    private static final String EXEMPLARS = "X-Prometheus-Remote-Write-Exemplars-Written";

    private final RecordingStorage store = new RecordingStorage();
    private final RemoteWriteReceiver receiver = receiver(WriteSettings.USUAL);

    private RemoteWriteReceiver receiver(WriteSettings settings) {
        return new RemoteWriteReceiver(store, settings, new Random(1), CLOCK);
    }

    private static Consumer<ProtoWriter> up(String instance, long time, double value) {
        return out -> Messages.series(
                out, List.of("__name__", "up", "instance", instance), series -> Messages.sample(series, time, value));
    }

    @Test
    void firstVersion_samples_areKept() {
        RemoteAnswer answer = receiver.receive(Messages.v1(out -> {
            up("a", NOW, 1).accept(out);
            up("b", NOW, StaleMarker.VALUE).accept(out);
        }));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers()).doesNotContainKey(SAMPLES);
        assertThat(stored())
                .containsEntry("{__name__=\"up\", instance=\"a\"}", NOW + "=3ff0000000000000")
                .containsEntry("{__name__=\"up\", instance=\"b\"}", NOW + "=7ff0000000000002");
        assertThat(store.writers).containsExactly("remote/client");
    }

    @Test
    void firstVersion_secondRequest_findsSeriesByTheirBytes() {
        for (int i = 0; i < 3; i++) {
            long time = NOW + i;
            receiver.receive(Messages.v1(up("a", time, i)));
        }
        assertThat(store.lookUps).isEqualTo(1);
        assertThat(receiver.status().cachedSeries()).isEqualTo(1);
    }

    @Test
    void bothVersions_sameSeries_knowIt() {
        receiver.receive(Messages.v1(up("a", NOW, 1)));
        RemoteAnswer answer = receiver.receive(Messages.v2(new Messages.Second()
                .series(List.of("__name__", "up", "instance", "a"), one -> Messages.sample(one, NOW + 1, 2))::writeTo));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry(SAMPLES, "1")
                .containsEntry(HISTOGRAMS, "0")
                .containsEntry(EXEMPLARS, "0");
        assertThat(store.lookUps).isEqualTo(1);
    }

    @Test
    void rows_ofOneTime_areOneBatch_andFewOfManyTimesShareOne() {
        receiver.receive(Messages.v1(out -> {
            up("late", NOW + 5, 1).accept(out);
            IntStream.range(0, 8).forEach(i -> up("row" + i, NOW, i).accept(out));
            up("early", NOW - 5, 1).accept(out);
            up("early2", NOW - 4, 1).accept(out);
        }));
        assertThat(store.batches)
                .containsExactly(
                        (NOW - 5) + ": up@" + (NOW - 5) + " up@" + (NOW - 4),
                        NOW + ": up up up up up up up up",
                        (NOW + 5) + ": up@" + (NOW + 5));
    }

    @Test
    void series_manySamplesInAnyOrder_arriveByTime() {
        RemoteAnswer answer = receiver.receive(Messages.v1(out -> Messages.series(
                out, List.of("__name__", "x"), one -> IntStream.of(3, 1, 2).forEach(i -> Messages.sample(one, i, i)))));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(store.batches).containsExactly("1: x@1 x@2 x@3");
    }

    @Test
    void labels_unsortedOrWithEmptyValueOrBetweenSamples_nameTheSameSeries() {
        receiver.receive(Messages.v1(out -> {
            Messages.series(out, List.of("z", "1", "__name__", "x", "a", ""), one -> Messages.sample(one, NOW, 1));
            int series = out.begin(1);
            Messages.label(out, 1, "__name__", "x");
            Messages.sample(out, NOW + 1, 2);
            Messages.label(out, 1, "z", "1");
            out.end(series);
        }));
        assertThat(stored()).containsOnlyKeys("{__name__=\"x\", z=\"1\"}");
        assertThat(stored().get("{__name__=\"x\", z=\"1\"}")).contains(NOW + "=", (NOW + 1) + "=");
    }

    @Test
    void labels_invalid_areRefusedByName_andTheRestIsKept() {
        for (List<String> bad : List.of(
                List.of("a", "1"), List.of("__name__", "x", "", "1"), List.of("__name__", "x", "a", "1", "a", "2"))) {
            RemoteAnswer answer = receiver.receive(Messages.v1(out -> {
                Messages.series(out, bad, one -> Messages.sample(one, NOW, 1));
                up("a", NOW, 1).accept(out);
            }));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).startsWith("refused of 2 samples: 1 invalid labels; first: invalid labels: ");
        }
        assertThat(stored()).containsOnlyKeys("{__name__=\"up\", instance=\"a\"}");
    }

    @Test
    void samples_refused_areCountedByReason_andTheRestIsKept() {
        receiver.receive(Messages.v1(up("a", NOW, 1)));
        RemoteAnswer answer =
                receiver.receive(Messages.v2(new Messages.Second()
                        .series(List.of("__name__", "up", "instance", "a"), one -> {
                            Messages.sample(one, NOW - 1, 1);
                            Messages.sample(one, NOW, 2);
                            Messages.sample(one, NOW + 1, 1);
                            Messages.sample(one, NOW + 600_001, 1);
                            Messages.sample(one, Long.MIN_VALUE, 1);
                        })
                        .series(
                                List.of("__name__", "up", "instance", "b"),
                                one -> Messages.sample(one, NOW + 600_000, 1))::writeTo));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .startsWith("refused of 6 samples: 1 out of order sample, 1 duplicate sample for timestamp,"
                        + " 1 too old sample, 1 out of bounds: too far in the future; first: {__name__=\"up\"");
        assertThat(answer.headers()).containsEntry(SAMPLES, "2");
        assertThat(receiver.status().samples())
                .containsEntry(Outcome.APPENDED, 3L)
                .containsEntry(Outcome.OUT_OF_ORDER, 1L)
                .containsEntry(Outcome.TOO_FAR_AHEAD, 1L);
        assertThat(receiver.status().answers()).containsEntry(204, 1L).containsEntry(400, 1L);
    }

    @Test
    void request_sentAgain_isNoError() {
        RemoteCall call = Messages.v1(up("a", NOW, 1));
        assertThat(receiver.receive(call).status()).isEqualTo(204);
        assertThat(receiver.receive(call).status()).isEqualTo(204);
        assertThat(receiver.status().samples()).containsEntry(Outcome.SAME, 1L);
    }

    @Test
    void store_withoutLog_isToBeSentAgain_unlessItNeverHasOne() {
        store.logged = false;
        RemoteAnswer answer = receiver.receive(Messages.v2(
                new Messages.Second().series(List.of("__name__", "up"), one -> Messages.sample(one, NOW, 2))::writeTo));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "5").containsEntry(SAMPLES, "0");
        assertThat(receiver(WriteSettings.USUAL.withoutLog())
                        .receive(Messages.v1(up("a", NOW, 1)))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void series_overTheStoresLimit_areNotKeptByUsEither() {
        store.refusedMetric = "up";
        for (int i = 0; i < 2; i++) {
            RemoteAnswer answer = receiver.receive(Messages.v1(up("a", NOW + i, 1)));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("1 over a limit of the store");
        }
        assertThat(store.lookUps).isEqualTo(2);
    }

    @Test
    void histograms_areRefusedByName_andTheRestIsKept() {
        RemoteAnswer first = receiver.receive(Messages.v1(out -> Messages.series(out, List.of("__name__", "h"), one -> {
            one.end(one.begin(4));
            Messages.sample(one, NOW, 1);
        })));
        assertThat(first.status()).isEqualTo(400);
        assertThat(first.text())
                .isEqualTo("refused of 1 samples: 1 native histograms (expected: float samples); first:"
                        + " {__name__=\"h\"}: native histograms are not supported\n");
        RemoteAnswer second = receiver.receive(Messages.v2(
                new Messages.Second().series(List.of("__name__", "h"), one -> one.end(one.begin(3)))::writeTo));
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.headers()).containsEntry(HISTOGRAMS, "0");
        assertThat(receiver.status().histograms()).isEqualTo(2);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void exemplars_ofBothVersions_arePassedOn() {
        RemoteAnswer first = receiver.receive(Messages.v1(out -> Messages.series(out, List.of("__name__", "x"), one -> {
            Messages.sample(one, NOW, 1);
            int exemplar = one.begin(3);
            Messages.label(one, 1, "trace_id", "abc");
            one.float64(2, 0.5).varint(3, NOW).end(exemplar);
        })));
        assertThat(first.status()).isEqualTo(204);
        assertThat(store.exemplars).containsExactly(new Exemplar(Labels.of("trace_id", "abc"), 0.5, NOW));
        RemoteAnswer second = receiver.receive(Messages.v2(exemplar(NOW + 1)::writeTo));
        assertThat(second.status()).isEqualTo(204);
        assertThat(second.headers()).containsEntry(EXEMPLARS, "1");
        assertThat(store.exemplars).contains(new Exemplar(Labels.of("trace_id", "def"), 0.25, NOW + 1));
        RemoteAnswer third = receiver.receive(Messages.v2(exemplar(NOW - 1)::writeTo));
        assertThat(third.status()).isEqualTo(400);
        assertThat(third.text()).contains("1 exemplars: out of order sample");
        store.keepsExemplars = false;
        RemoteAnswer fourth = receiver.receive(Messages.v2(exemplar(NOW + 2)::writeTo));
        assertThat(fourth.status())
                .as("a store without exemplars is no fault of the sender's")
                .isEqualTo(204);
        assertThat(fourth.headers()).containsEntry(EXEMPLARS, "0");
    }

    private static Messages.Second exemplar(long time) {
        Messages.Second request = new Messages.Second();
        int name = request.symbol("trace_id");
        int value = request.symbol("def");
        return request.series(List.of("__name__", "x"), one -> {
            Messages.sample(one, time + 10, 1);
            int exemplar = one.begin(4);
            int references = one.begin(1);
            one.packed(name)
                    .packed(value)
                    .end(references)
                    .float64(2, 0.25)
                    .varint(3, time)
                    .end(exemplar);
        });
    }

    @Test
    void metadata_ofBothVersions_isPassedOnOnce() {
        receiver.receive(Messages.v1(out -> {
            int metadata = out.begin(3);
            out.varint(1, 1)
                    .text(2, "requests_total")
                    .text(4, "All requests.")
                    .text(5, "requests")
                    .end(metadata);
        }));
        assertThat(store.descriptions)
                .containsEntry("requests_total", new Metadata(MetricType.COUNTER, "All requests.", "requests"));
        for (int i = 0; i < 3; i++) {
            receiver.receive(Messages.v2(described("Time taken.", NOW + i)::writeTo));
        }
        assertThat(store.descriptions)
                .containsEntry("latency_seconds", new Metadata(MetricType.HISTOGRAM, "Time taken.", "seconds"));
        assertThat(store.batches.stream().filter("0:"::equals)).hasSize(1);
        assertThat(store.batches.stream().filter(batch -> batch.endsWith(":")))
                .as("told once")
                .hasSize(2);
        receiver.receive(Messages.v2(described("Time spent.", NOW + 9)::writeTo));
        assertThat(store.descriptions)
                .containsEntry("latency_seconds", new Metadata(MetricType.HISTOGRAM, "Time spent.", "seconds"));
    }

    private static Messages.Second described(String help, long time) {
        Messages.Second request = new Messages.Second();
        int helpText = request.symbol(help);
        int unit = request.symbol("seconds");
        return request.series(List.of("__name__", "latency_seconds_bucket", "le", "1"), one -> {
            Messages.sample(one, time, 1);
            int metadata = one.begin(5);
            one.varint(1, 3).varint(3, helpText).varint(4, unit).end(metadata);
        });
    }

    @Test
    void startTimestamps_arePassedOn() {
        receiver.receive(Messages.v2(new Messages.Second()
                .series(List.of("__name__", "x"), one -> {
                    int sample = one.begin(2);
                    one.float64(1, 5).varint(2, NOW).varint(3, NOW - 100).end(sample);
                })
                .series(List.of("__name__", "y"), one -> {
                    Messages.sample(one, NOW, 1);
                    one.varint(6, NOW - 200);
                })::writeTo));
        assertThat(store.batches.get(0)).contains("since " + (NOW - 100) + " x@", "since " + (NOW - 200) + " y@");
    }

    @Test
    void contentType_decidesTheVersion() {
        assertThat(WriteProtocol.of(null)).contains(WriteProtocol.V1);
        assertThat(WriteProtocol.of("application/x-protobuf;proto=prometheus.WriteRequest"))
                .contains(WriteProtocol.V1);
        assertThat(WriteProtocol.of("Application/X-Protobuf ; Proto=\"io.prometheus.write.v2.Request\""))
                .contains(WriteProtocol.V2);
        for (String other : List.of(
                "application/json", "application/x-protobuf;proto=other", "application/x-protobuf;", "text/plain")) {
            RemoteAnswer answer = receiver.receive(Messages.call("client", other, up("a", NOW, 1)));
            assertThat(answer.status()).as(other).isEqualTo(415);
            assertThat(answer.text()).startsWith("Content-Type: " + other + " (expected: application/x-protobuf");
        }
    }

    @Test
    void encoding_otherThanSnappy_isRefused() {
        RemoteCall call = new RemoteCall("client", Map.of("Content-Encoding", "zstd"), new byte[0]);
        assertThat(receiver.receive(call).status()).isEqualTo(415);
        assertThat(receiver.receive(call).text()).isEqualTo("Content-Encoding: zstd (expected: snappy)\n");
    }

    @Test
    void request_malformed_writesNothing() {
        RemoteAnswer answer = receiver.receive(Messages.v1(out -> {
            up("a", NOW, 1).accept(out);
            out.varint(1, 5);
        }));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("protobuf: field 1 at byte");
        assertThat(stored()).isEmpty();
        RemoteAnswer noSnappy =
                receiver.receive(new RemoteCall("client", Map.of(), "up 1\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(noSnappy.status()).isEqualTo(400);
        assertThat(noSnappy.text()).startsWith("snappy: ");
    }

    @Test
    void request_tooLarge_isRefused() {
        WriteSettings small = new WriteSettings(1000, 10, WriteSettings.USUAL.maxAhead(), 2, 100, true);
        RemoteAnswer large = receiver(small).receive(Messages.v1(up("a".repeat(2000), NOW, 1)));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("expected: at most 1000");
        RemoteAnswer many = receiver(small)
                .receive(Messages.v1(out -> Messages.series(out, List.of("__name__", "x"), one -> IntStream.range(0, 11)
                        .forEach(i -> Messages.sample(one, i, i)))));
        assertThat(many.status()).isEqualTo(413);
        assertThat(many.text()).isEqualTo("request: more than 10 samples\n");
    }

    @Test
    void secondVersion_symbolsThatAreNotThere_areRefused() {
        RemoteAnswer answer = receiver.receive(Messages.v2(out -> {
            out.text(4, "");
            int series = out.begin(5);
            int references = out.begin(1);
            out.packed(1).packed(2).end(references).end(series);
        }));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("symbol 1: not in the request");
        assertThat(receiver.receive(Messages.v2(out -> out.text(4, "up"))).text())
                .startsWith("symbols: the first is not empty");
    }

    @Test
    void secondVersion_aLongSymbolNamedOften_isPaidFor() {
        String symbol = "x".repeat(70_000);
        RemoteAnswer answer = receiver.receive(Messages.v2(out -> {
            out.text(4, "").text(4, symbol);
            for (int i = 0; i < 10_000; i++) {
                int series = out.begin(5);
                int references = out.begin(1);
                out.packed(1).packed(1).end(references);
                Messages.sample(out, NOW, 1);
                out.end(series);
            }
        }));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("bytes when written out");
    }

    @Test
    void clients_moreThanAllowed_theLongestSilentMakesRoom() {
        WriteSettings two = new WriteSettings(1000, 10, WriteSettings.USUAL.maxAhead(), 2, 100, true);
        try (RemoteWriteReceiver few = receiver(two)) {
            for (String client : List.of("a", "b", "a", "c", "a")) {
                few.receive(Messages.call(client, "", up(client, NOW, 1)));
            }
            assertThat(store.writers).containsExactly("remote/a", "remote/b", "remote/c");
            assertThat(store.closed).containsExactly("remote/b");
            assertThat(few.status().clients()).isEqualTo(2);
        }
        assertThat(store.closed).containsExactlyInAnyOrder("remote/a", "remote/b", "remote/c");
    }

    @Test
    void requests_damagedInAnyWay_neverFailOtherwise() {
        long seed = 31;
        Random random = new Random(seed);
        ProtoWriter v1 = new ProtoWriter();
        IntStream.range(0, 5).forEach(i -> up("i" + i, NOW, i).accept(v1));
        ProtoWriter v2 = new ProtoWriter();
        described("Some help.", NOW).writeTo(v2);
        exemplar(NOW).writeTo(v2);
        for (int round = 0; round < 5_000; round++) {
            boolean second = random.nextBoolean();
            byte[] message = second ? v2.toByteArray() : v1.toByteArray();
            for (int i = 0; i <= random.nextInt(4); i++) {
                message[random.nextInt(message.length)] = (byte) random.nextInt();
            }
            String type = (second ? WriteProtocol.V2 : WriteProtocol.V1).contentType();
            RemoteCall call =
                    new RemoteCall("client", Map.of("Content-Type", type), SnappyBlock.encode(message, message.length));
            try {
                assertThat(receiver.receive(call).status()).isIn(204, 400, 413);
            } catch (RuntimeException e) {
                fail("seed " + seed + " round " + round, e);
            }
        }
    }

    /** Every series that is in the store, with its samples. */
    private Map<String, String> stored() {
        TreeMap<String, String> all = new TreeMap<>();
        try (Querier querier = store.storage.querier(Long.MIN_VALUE, Long.MAX_VALUE)) {
            SeriesSet set = querier.select(Selection.of(new Matcher(MatchType.REGEX, "__name__", ".+")));
            SampleBuffer samples = new SampleBuffer();
            while (set.next()) {
                samples.clear();
                set.at().read(samples);
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < samples.size(); i++) {
                    text.append(i == 0 ? "" : " ")
                            .append(samples.time(i))
                            .append('=')
                            .append(Long.toHexString(Double.doubleToRawLongBits(samples.value(i))));
                }
                all.put(set.at().labels().toString(), text.toString());
            }
        }
        return all;
    }
}

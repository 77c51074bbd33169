package io.klamm.storage.remote.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import io.klamm.model.series.StaleMarker;
import io.klamm.storage.Appender;
import io.klamm.storage.MatchType;
import io.klamm.storage.Matcher;
import io.klamm.storage.Querier;
import io.klamm.storage.Queryable;
import io.klamm.storage.SampleBuffer;
import io.klamm.storage.SelectHints;
import io.klamm.storage.Selection;
import io.klamm.storage.SeriesSet;
import io.klamm.storage.StorageException;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.RemoteAnswer;
import io.klamm.storage.remote.RemoteCall;
import io.klamm.storage.remote.RemoteServer;
import io.klamm.storage.remote.wire.SnappyBlock;
import io.klamm.storage.remote.wire.WireException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteReadTest {

    private static final Matcher ANY = new Matcher(MatchType.REGEX, "__name__", ".+");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MemoryStorage store = new MemoryStorage();
    private final RemoteServer server = new RemoteServer();

    @AfterEach
    void close() {
        server.close();
    }

    private void fill(long seed) {
        Random random = new Random(seed);
        try (Appender appender = store.appender("test")) {
            for (int s = 0; s < 20; s++) {
                Labels labels = Labels.of("__name__", "m" + s % 3, "i", "값" + s, "job", s % 2 == 0 ? "a" : "b");
                long time = 1_700_000_000_000L;
                int count = s == 0 ? 1 : random.nextInt(300);
                appender.begin(0);
                for (int i = 0; i < count; i++) {
                    time += 1 + random.nextInt(60_000);
                    double value = random.nextInt(20) == 0 ? StaleMarker.VALUE : random.nextInt(1000) / 8.0;
                    appender.append(appender.series(labels), time, value);
                }
                appender.commit();
            }
        }
    }

    private RemoteReadConfig config() {
        return RemoteReadConfig.of("test", server.url("/api/v1/read"));
    }

    private RemoteQueryable client(RemoteReadConfig config) {
        return new RemoteQueryable(config, HTTP, () -> Long.MAX_VALUE);
    }

    private static List<String> read(Queryable from, long begin, long end, Selection selection) {
        List<String> all = new ArrayList<>();
        try (Querier querier = from.querier(begin, end)) {
            SeriesSet set = querier.select(selection);
            SampleBuffer samples = new SampleBuffer();
            while (set.next()) {
                samples.clear();
                set.at().read(samples);
                StringBuilder text = new StringBuilder(set.at().labels().toString());
                for (int i = 0; i < samples.size(); i++) {
                    text.append(' ').append(samples.time(i)).append('=');
                    text.append(Double.doubleToRawLongBits(samples.value(i)));
                }
                all.add(text.toString());
            }
            assertThat(set.warnings()).isEmpty();
        }
        return all;
    }

    @Test
    void streamedChunks_areWhatTheStoreHolds() {
        fill(3);
        for (int frameBytes : new int[] {1, 300, 1 << 20}) {
            try (RemoteServer other = new RemoteServer()) {
                other.read(new RemoteReadHandler(store, Labels.EMPTY, new ReadSettings(1_000_000, frameBytes)));
                Queryable remote = client(RemoteReadConfig.of("test", other.url("/api/v1/read")));
                for (Matcher matcher : List.of(
                        ANY,
                        Matcher.equal("job", "a"),
                        new Matcher(MatchType.NOT_EQUAL, "__name__", "m1"),
                        new Matcher(MatchType.NOT_REGEX, "i", "값1.*"))) {
                    Selection selection = Selection.of(matcher);
                    assertThat(read(remote, 0, Long.MAX_VALUE, selection))
                            .isEqualTo(read(store, 0, Long.MAX_VALUE, selection));
                    assertThat(read(remote, 1_700_000_100_000L, 1_700_001_000_000L, selection))
                            .isEqualTo(read(store, 1_700_000_100_000L, 1_700_001_000_000L, selection));
                }
            }
        }
    }

    @Test
    void samples_areWhatTheStoreHolds() {
        fill(4);
        RemoteReadHandler handler = new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL);
        server.answer("/api/v1/read", call -> ((ReadAnswer.Whole) handler.read(onlySamples(call))).answer());
        assertThat(read(client(config()), 0, Long.MAX_VALUE, Selection.of(ANY)))
                .isEqualTo(read(store, 0, Long.MAX_VALUE, Selection.of(ANY)));
    }

    private static RemoteCall onlySamples(RemoteCall call) {
        try {
            ReadRequest request = ReadRequest.decode(SnappyBlock.decode(call.body(), 1 << 20));
            byte[] message = new ReadRequest(request.queries(), false).encode();
            return new RemoteCall("test", Map.of(), SnappyBlock.encode(message, message.length));
        } catch (WireException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void request_comesOverWithAllItSays() throws Exception {
        SelectHints hints = new SelectHints(15_000, 300_000, "rate", List.of("job", "i"), true, 0, true);
        ReadRequest request = new ReadRequest(
                List.of(new ReadQuery(
                        -5,
                        7,
                        List.of(
                                new Matcher(MatchType.EQUAL, "a", ""),
                                new Matcher(MatchType.NOT_EQUAL, "b", "x"),
                                new Matcher(MatchType.REGEX, "c", "x|y"),
                                new Matcher(MatchType.NOT_REGEX, "d", ".*z")),
                        hints)),
                true);
        assertThat(ReadRequest.decode(request.encode())).isEqualTo(request);
        assertThat(ReadRequest.decode(new ReadRequest(request.queries(), false).encode())
                        .chunks())
                .isFalse();
    }

    @Test
    void names_areGatheredFromTheSeries() {
        fill(5);
        server.read(new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL));
        try (Querier querier = client(config()).querier(0, Long.MAX_VALUE)) {
            assertThat(querier.labelNames(List.of(), 0).names()).containsExactly("__name__", "i", "job");
            assertThat(querier.labelValues("__name__", List.of(), 2).names()).containsExactly("m0", "m1");
            assertThat(querier.labelValues("__name__", List.of(), 2).truncated())
                    .isTrue();
            assertThat(querier.labelValues("job", List.of(Matcher.equal("job", "b")), 0)
                            .names())
                    .containsExactly("b");
            assertThat(querier.labelValues("none", List.of(), 0).names()).isEmpty();
        }
    }

    @Test
    void externalLabels_ofTheServer_areOnWhatItGives() {
        one("up", "job", "a");
        server.read(new RemoteReadHandler(store, Labels.of("site", "eu", "job", "z"), ReadSettings.USUAL));
        assertThat(read(client(config()), 0, 10, Selection.of(Matcher.equal("site", "eu"))))
                .containsExactly("{__name__=\"up\", job=\"a\", site=\"eu\"} 5=" + Double.doubleToRawLongBits(1));
        assertThat(read(client(config()), 0, 10, Selection.of(Matcher.equal("site", "us"))))
                .isEmpty();
    }

    @Test
    void externalLabels_ofTheReader_areAskedForAndTakenOff() {
        one("up", "site", "eu");
        one("up", "site", "us");
        server.read(new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL));
        RemoteReadConfig plain = config();
        RemoteReadConfig config = new RemoteReadConfig(
                "test",
                plain.url(),
                Map.of(),
                plain.timeout(),
                plain.maxBytes(),
                List.of(),
                Labels.of("site", "eu"),
                true,
                true);
        assertThat(read(client(config), 0, 10, Selection.of(ANY)))
                .containsExactly("{__name__=\"up\"} 5=" + Double.doubleToRawLongBits(1));
        assertThat(read(client(config), 0, 10, Selection.of(Matcher.equal("site", "us"))))
                .containsExactly("{__name__=\"up\", site=\"us\"} 5=" + Double.doubleToRawLongBits(1));
    }

    @Test
    void requiredMatchers_thatAreMissing_spareTheRequest() {
        RemoteReadConfig plain = config();
        RemoteReadConfig config = new RemoteReadConfig(
                "test",
                plain.url(),
                Map.of(),
                plain.timeout(),
                plain.maxBytes(),
                List.of(Matcher.equal("job", "a")),
                Labels.EMPTY,
                true,
                true);
        assertThat(read(client(config), 0, 10, Selection.of(ANY)))
                .as("nobody answers there")
                .isEmpty();
        one("up", "job", "a");
        server.read(new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL));
        assertThat(read(client(config), 0, 10, Selection.of(Matcher.equal("job", "a"))))
                .hasSize(1);
    }

    @Test
    void readRecentOff_asksOnlyForWhatTheLocalStoreLacks() {
        one("up", "job", "a");
        server.read(new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL));
        RemoteReadConfig plain = config();
        RemoteReadConfig config = new RemoteReadConfig(
                "test", plain.url(), Map.of(), plain.timeout(), plain.maxBytes(), List.of(), Labels.EMPTY, true, false);
        assertThat(read(new RemoteQueryable(config, HTTP, () -> 6), 0, 10, Selection.of(ANY)))
                .hasSize(1);
        assertThat(read(new RemoteQueryable(config, HTTP, () -> 5), 0, 10, Selection.of(ANY)))
                .isEmpty();
        assertThat(read(new RemoteQueryable(config, HTTP, () -> 0), 0, 10, Selection.of(ANY)))
                .isEmpty();
    }

    private void one(String name, String label, String value) {
        try (Appender appender = store.appender("test")) {
            appender.begin(5);
            appender.append(appender.series(Labels.of("__name__", name, label, value)), 1);
            appender.commit();
        }
    }

    @Test
    void server_thatRefusesOrIsAway_isNamed() {
        server.answer("/api/v1/read", call -> RemoteAnswer.text(503, "overloaded\r\nreally"));
        assertThatThrownBy(() -> read(client(config()), 0, 1, Selection.of(ANY)))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("remote read test at http://127.0.0.1:")
                .hasMessageEndingWith(": status 503: overloaded  really");
        RemoteReadConfig away = RemoteReadConfig.of("test", URI.create("http://127.0.0.1:1/api/v1/read"));
        assertThatThrownBy(() -> read(client(away), 0, 1, Selection.of(ANY))).isInstanceOf(StorageException.class);
    }

    @Test
    void answer_thatIsTooLargeOrSlowOrDamaged_isRefused() {
        fill(6);
        CountDownLatch release = new CountDownLatch(1);
        server.read(new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL));
        server.answer("/slow", call -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return RemoteAnswer.empty(200);
        });
        server.answer(
                "/damaged",
                call -> new RemoteAnswer(
                        200, Map.of("Content-Type", "application/x-protobuf"), new byte[] {4, 12, 10, 99, 1, 2}));
        server.answer("/page", call -> RemoteAnswer.text(200, "hello"));
        refused("/api/v1/read", Duration.ofSeconds(9), 100, "too large (expected: at most 100 bytes)");
        refused("/slow", Duration.ofMillis(50), 100, "");
        refused("/damaged", Duration.ofSeconds(9), 100, "protobuf: ");
        refused("/page", Duration.ofSeconds(9), 100, "Content-Type: text/plain");
        release.countDown();
    }

    private void refused(String path, Duration timeout, int maxBytes, String why) {
        RemoteReadConfig config = new RemoteReadConfig(
                "test", server.url(path), Map.of(), timeout, maxBytes, List.of(), Labels.EMPTY, true, true);
        assertThatThrownBy(() -> read(client(config), 0, Long.MAX_VALUE, Selection.of(ANY)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(why);
    }

    @Test
    void requests_thatMakeNoSense_areRefused() {
        RemoteReadHandler handler = new RemoteReadHandler(store, Labels.EMPTY, new ReadSettings(3, 1 << 20));
        assertThat(refusal(handler, new byte[] {1, 2, 3})).startsWith("400 snappy: ");
        assertThat(refusal(handler, message(new byte[] {0x0a, 0}))).startsWith("400 matchers: none");
        assertThat(refusal(handler, message(new byte[] {0x12, 1, 7}))).startsWith("400 accepted response types: [7]");
        byte[] badRegex = {0x0a, 9, 0x1a, 7, 8, 2, 0x12, 0, 0x1a, 1, '('};
        assertThat(refusal(handler, message(badRegex))).startsWith("400 regular expression (");
        fill(7);
        ReadRequest all =
                new ReadRequest(List.of(new ReadQuery(0, Long.MAX_VALUE, List.of(ANY), SelectHints.NONE)), false);
        assertThat(refusal(handler, message(all.encode()))).isEqualTo("400 exceeded sample limit (3)\n");
        RemoteReadHandler failing = new RemoteReadHandler(
                (from, to) -> {
                    throw new StorageException("disk: gone");
                },
                Labels.EMPTY,
                ReadSettings.USUAL);
        assertThat(refusal(failing, message(all.encode()))).isEqualTo("500 disk: gone\n");
    }

    private static byte[] message(byte[] plain) {
        return SnappyBlock.encode(plain, plain.length);
    }

    private static String refusal(RemoteReadHandler handler, byte[] body) {
        ReadAnswer answer = handler.read(new RemoteCall("test", Map.of(), body));
        RemoteAnswer whole = ((ReadAnswer.Whole) answer).answer();
        return whole.status() + " " + whole.text();
    }

    @Test
    void requests_damagedInAnyWay_neverFailOtherwise() {
        one("up", "job", "a");
        long seed = 12;
        Random random = new Random(seed);
        byte[] good = new ReadRequest(
                        List.of(new ReadQuery(
                                0, 9, List.of(ANY), new SelectHints(1, 2, "rate", List.of("a"), true, 0, true))),
                        true)
                .encode();
        RemoteReadHandler handler = new RemoteReadHandler(store, Labels.EMPTY, ReadSettings.USUAL);
        for (int round = 0; round < 5_000; round++) {
            byte[] request = Arrays.copyOf(good, good.length);
            for (int i = 0; i <= random.nextInt(3); i++) {
                request[random.nextInt(request.length)] = (byte) random.nextInt();
            }
            ReadAnswer answer = handler.read(new RemoteCall("test", Map.of(), message(request)));
            if (answer instanceof ReadAnswer.Whole whole) {
                assertThat(whole.answer().status())
                        .as("seed " + seed + " round " + round)
                        .isIn(200, 400);
            } else if (answer instanceof ReadAnswer.Streamed streamed) {
                try (ReadAnswer.Frames frames = streamed.frames()) {
                    byte[] frame = frames.next();
                    while (frame != null) {
                        frame = frames.next();
                    }
                }
            }
        }
    }
}

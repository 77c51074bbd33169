package io.klamm.storage.remote.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.model.series.Metadata;
import io.klamm.model.series.MetricType;
import io.klamm.storage.log.LogPosition;
import io.klamm.storage.memory.MemoryStorage;
import io.klamm.storage.remote.write.WriteProtocol;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PumpTest {

    private static final long T0 = 1_700_000_000_000L;
    private static final Labels UP = Labels.of("__name__", "up", "job", "a");

    @TempDir
    private Path directory;

    private final Hand clock = new Hand(T0);
    private final MemoryLog log = new MemoryLog();
    private final FakeDestination destination = new FakeDestination(clock);

    /** A clock that is turned by hand. */
    private static final class Hand extends Clock {
        private long now;

        Hand(long now) {
            this.now = now;
        }

        void advance(long millis) {
            now += millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static SendConfig config(Labels external, Relabel relabel, int perRequest) {
        return new SendConfig(
                "test",
                URI.create("http://user:secret@127.0.0.1:9/api/v1/write"),
                Map.of("Authorization", "secret"),
                Duration.ofSeconds(30),
                WriteProtocol.V2,
                external,
                relabel,
                perRequest,
                3,
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                true);
    }

    private Pump pump(int perRequest) {
        return pump(config(Labels.EMPTY, Relabel.NONE, perRequest));
    }

    private Pump pump(SendConfig config) {
        return new Pump(config, log, directory, destination, clock, new Random(3));
    }

    /** Steps, turning the clock as the pump asks, until it is idle with nothing waiting. */
    private void run(Pump pump) throws InterruptedException {
        for (int i = 0; i < 10_000; i++) {
            long wait = pump.step();
            clock.advance(wait);
            DestinationStatus status = pump.status();
            if (status.state() == DestinationStatus.State.IDLE && status.behindSamples() == 0 && wait > 0) {
                return;
            }
        }
        throw new AssertionError("never idle: " + pump.status());
    }

    private void append(int count) {
        long base = T0 + 1_000L * log.rows().size();
        List<MemoryLog.Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new MemoryLog.Row(UP.with("i", "" + i % 7), base + i * 1_000L, i));
        }
        log.add(rows);
    }

    @Test
    void samples_arriveInVersion2_andTheSavePointMovesOn() throws Exception {
        append(10);
        append(5);
        Pump pump = pump(100);
        run(pump);
        assertThat(destination.requests).containsExactly("V2 204");
        assertThat(Stored.text(destination.store)).isEqualTo(expected());
        DestinationStatus status = pump.status();
        assertThat(status.sent()).isEqualTo(15);
        assertThat(status.savePoint()).isEqualTo(new LogPosition(1, 20));
        assertThat(status.lagSeconds()).isZero();
        assertThat(Files.readString(directory.resolve("test.savepoint"))).isEqualTo("klamm remote write 1 1:20\n");
        assertThat(log.readers()).containsEntry("remote_write/test", new LogPosition(1, 20));
    }

    private String expected() {
        MemoryStorage all = new MemoryStorage();
        try (var appender = all.appender("all")) {
            appender.begin(0);
            log.rows().forEach(row -> appender.append(appender.series(row.labels()), row.time(), row.value()));
            appender.commit();
        }
        return Stored.text(all);
    }

    @Test
    void samples_fewerThanARequestHolds_waitForTheDeadline() throws Exception {
        append(3);
        Pump pump = pump(10);
        assertThat(pump.step()).isPositive();
        assertThat(destination.requests).isEmpty();
        assertThat(pump.status().behindSamples()).isEqualTo(3);
        append(8);
        assertThat(pump.step()).as("full").isZero();
        assertThat(destination.requests).hasSize(2);
        append(1);
        pump.step();
        assertThat(destination.requests).hasSize(2);
        clock.advance(5_000);
        pump.step();
        assertThat(destination.requests).hasSize(3);
    }

    @Test
    void backlog_goesOutInFullRequests_someAtOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            append(70);
        }
        Pump pump = pump(200);
        run(pump);
        assertThat(Stored.text(destination.store)).isEqualTo(expected());
        assertThat(destination.requests).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void destination_thatIsAwayForHours_getsAllWhenItIsBack() throws Exception {
        append(30);
        destination.away = true;
        destination.instead = Reply.none("ConnectException");
        Pump pump = pump(10);
        long waited = 0;
        while (waited < Duration.ofHours(3).toMillis()) {
            long wait = pump.step();
            waited += wait;
            clock.advance(wait);
            if (destination.requests.size() % 10 == 0) {
                append(5);
            }
        }
        DestinationStatus status = pump.status();
        assertThat(status.state()).isEqualTo(DestinationStatus.State.RETRYING);
        assertThat(status.lagSeconds()).isGreaterThan(7_200.0);
        assertThat(status.lastError()).isEqualTo("no answer: ConnectException");
        assertThat(status.behindBytes()).isPositive();
        assertThat(destination.requests).as("pauses grow").hasSizeLessThan(9_000);
        pump.close();
        destination.away = false;
        run(pump(10));
        assertThat(Stored.text(destination.store)).isEqualTo(expected());
    }

    @Test
    void failures_thatPass_areTriedAgain_asLateAsAsked() throws Exception {
        append(10);
        destination.away = true;
        Pump pump = pump(10);
        for (Reply reply :
                List.of(new Reply(500, Map.of(), "oops"), new Reply(503, Map.of(), ""), new Reply(429, Map.of(), ""))) {
            destination.instead = reply;
            assertThat(pump.step()).as("status " + reply.status()).isBetween(1L, 800L);
        }
        destination.instead = new Reply(429, Map.of("retry-after", "120"), "slow down");
        assertThat(pump.step()).isEqualTo(120_000);
        destination.instead = new Reply(503, Map.of("Retry-After", "Tue, 14 Nov 2023 22:14:20 GMT"), "");
        assertThat(pump.step()).isEqualTo(60_000);
        destination.instead = new Reply(503, Map.of("Retry-After", "soon"), "");
        assertThat(pump.step()).isLessThanOrEqualTo(10_000);
        assertThat(pump.status().retries()).isEqualTo(6);
        destination.away = false;
        run(pump);
        assertThat(Stored.text(destination.store)).isEqualTo(expected());
        assertThat(pump.status().dead()).isZero();
    }

    @Test
    void destination_ofVersion1_isSpokenToInVersion1() throws Exception {
        for (boolean silently : new boolean[] {false, true}) {
            destination.requests.clear();
            destination.onlyFirst = true;
            destination.firstSilently = silently;
            append(10);
            Pump pump = pump(10);
            run(pump);
            append(10);
            run(pump);
            assertThat(destination.requests).containsExactly("V2 unknown", "V1 204", "V1 204");
            assertThat(pump.status().protocol()).isEqualTo(WriteProtocol.V1);
            assertThat(Stored.text(destination.store)).isEqualTo(expected());
            pump.close();
        }
    }

    @Test
    void refusedSamples_ofVersion2_areDeadLetters_withTheReason() throws Exception {
        append(10);
        destination.notBefore = T0 + 3_000;
        Pump pump = pump(10);
        run(pump);
        DestinationStatus status = pump.status();
        assertThat(status.sent()).isEqualTo(7);
        assertThat(status.dead()).isEqualTo(3);
        assertThat(status.letters()).hasSize(1);
        assertThat(status.letters().get(0).reason()).startsWith("status 400: refused of 10 samples: 3 too old sample");
        assertThat(Files.readString(directory.resolve("test.dead-letters.jsonl")))
                .startsWith("{\"at\":\"2023-11-14T22:13:20")
                .contains("\"samples\":3,", "\"series\":\"{__name__=\\\"up\\\"")
                .endsWith("}\n");
        assertThat(status.savePoint()).isEqualTo(log.end());
    }

    @Test
    void requestThatIsRefusedAsAWhole_isDivided_untilTheGoodIsThrough() throws Exception {
        destination.onlyFirst = true;
        destination.allOrNothing = true;
        destination.notBefore = T0 + 37_000;
        append(200);
        Pump pump = pump(200);
        run(pump);
        assertThat(pump.status().dead()).isEqualTo(37);
        assertThat(pump.status().sent()).isEqualTo(163);
        assertThat(Stored.samples(destination.store)).isEqualTo(163);
        assertThat(destination.requests).hasSizeLessThan(100);
    }

    @Test
    void requestsThatAreAlwaysRefused_areDividedLessAndLess() throws Exception {
        destination.away = true;
        destination.instead = new Reply(400, Map.of(), "no tenant");
        Pump pump = pump(64);
        List<Integer> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            append(64);
            int before = destination.requests.size();
            run(pump);
            tries.add(destination.requests.size() - before);
        }
        assertThat(tries.get(0)).isGreaterThan(30);
        assertThat(tries.get(7)).isEqualTo(3);
        assertThat(pump.status().dead()).isEqualTo(8 * 64);
    }

    @Test
    void otherRefusals_areDeadLettersAtOnce() throws Exception {
        destination.away = true;
        destination.instead = new Reply(404, Map.of(), "404 page not found");
        append(10);
        Pump pump = pump(10);
        run(pump);
        assertThat(destination.requests).hasSize(1);
        assertThat(pump.status().dead()).isEqualTo(10);
        assertThat(pump.status().lastError()).isEqualTo("status 404: 404 page not found");
    }

    @Test
    void labels_areSentAsExternalLabelsAndRelabellingSay() throws Exception {
        Relabel relabel = labels -> labels.get("i").equals("1") ? null : labels.without(List.of("i"));
        append(3);
        Pump pump = pump(config(Labels.of("site", "eu", "job", "never"), relabel, 10));
        run(pump);
        assertThat(Stored.text(destination.store))
                .isEqualTo("{__name__=\"up\", job=\"a\", site=\"eu\"} " + T0 + "=0.0 " + (T0 + 2_000) + "=2.0\n");
        assertThat(pump.status().dropped()).isEqualTo(1);
    }

    @Test
    void seriesThatAreAllDropped_moveTheSavePointToo() throws Exception {
        append(3);
        Pump pump = pump(config(Labels.EMPTY, labels -> null, 10));
        run(pump);
        assertThat(destination.requests).isEmpty();
        assertThat(pump.status().savePoint()).isEqualTo(log.end());
        assertThat(pump.status().lagSeconds()).isZero();
    }

    @Test
    void metadata_arrivesInBothVersions() throws Exception {
        Metadata up = new Metadata(MetricType.GAUGE, "Whether it is up.", "");
        log.describe("up", up);
        append(1);
        run(pump(1));
        assertThat(destination.metadata).containsEntry("up", up);
        destination.metadata.clear();
        destination.onlyFirst = true;
        log.describe("down", up);
        append(1);
        Pump first = pump(1);
        run(first);
        append(1);
        run(first);
        assertThat(destination.metadata).containsOnlyKeys("down");
    }

    @Test
    void log_thatWasDeletedOrCannotBeRead_isToldOf() throws Exception {
        append(3);
        append(4);
        log.delete(1);
        log.broken(true);
        Pump pump = pump(10);
        assertThat(pump.step()).isPositive();
        assertThat(pump.status().lastError()).isEqualTo("log: segment 1: Input/output error");
        log.broken(false);
        run(pump);
        assertThat(pump.status().lostBytes()).isEqualTo(10);
        assertThat(pump.status().sent()).isEqualTo(4);
    }

    @Test
    void savePoint_thatIsDamaged_sendsAllAgain() throws Exception {
        append(3);
        run(pump(10));
        Files.writeString(directory.resolve("test.savepoint"), "klamm remote write 1 x");
        destination.forget();
        run(pump(10));
        assertThat(Stored.text(destination.store)).isEqualTo(expected());
    }

    @Test
    void newDestination_beginsWithWhatComes_unlessToldOtherwise() throws Exception {
        append(3);
        SendConfig usual = SendConfig.of("test", URI.create("http://127.0.0.1:9/write"));
        Pump pump = pump(usual);
        pump.step();
        assertThat(pump.status().savePoint()).isEqualTo(new LogPosition(1, 10));
        pump.close();
        append(2);
        run(pump(usual));
        assertThat(Stored.samples(destination.store))
                .as("also what came while it was closed")
                .isEqualTo(2);
    }

    @Test
    void config_showsNoSecret() {
        assertThat(config(Labels.EMPTY, Relabel.NONE, 1).toString())
                .isEqualTo("remote write test to http://127.0.0.1:9/api/v1/write");
    }

    /** Outages, refusals, restarts and a growing log, at random: in the end the destination has every sample, once and in order. */
    @Test
    void anythingAtAnyTime_losesNothing() throws Exception {
        long seed = Long.getLong("klamm.seed", 20261124L);
        Random random = new Random(seed);
        for (int game = 0; game < 15; game++) {
            play(new Random(random.nextLong()), directory.resolve("game" + game), "seed " + seed + " game " + game);
        }
    }

    private void play(Random random, Path place, String where) throws IOException, InterruptedException {
        MemoryLog grown = new MemoryLog();
        FakeDestination target = new FakeDestination(clock);
        target.onlyFirst = random.nextBoolean();
        target.allOrNothing = random.nextBoolean();
        SendConfig config = config(Labels.EMPTY, Relabel.NONE, 1 + random.nextInt(40));
        Pump pump = new Pump(config, grown, place, target, clock, random);
        long time = T0;
        for (int i = 0; i < 150; i++) {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    time += 15_000;
                    grown.add(row(random, time));
                }
                case 3 -> {
                    target.away = random.nextBoolean();
                    target.instead = random.nextBoolean() ? Reply.none("away") : new Reply(503, Map.of(), "");
                }
                case 4 -> {
                    if (random.nextInt(4) == 0) {
                        pump.close();
                        pump = new Pump(config, grown, place, target, clock, random);
                    }
                }
                default -> clock.advance(pump.step());
            }
        }
        target.away = false;
        run(pump);
        int sent = Stored.samples(target.store);
        assertThat(sent).as(where).isEqualTo(grown.rows().size());
        assertThat(pump.status().dead()).as(where).isZero();
    }

    private static List<MemoryLog.Row> row(Random random, long time) {
        List<MemoryLog.Row> rows = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            rows.add(new MemoryLog.Row(UP.with("i", "" + i), time, random.nextInt(10)));
        }
        return rows;
    }

    @Test
    void sender_runsOnItsOwnThread_andStops() throws Exception {
        append(10);
        SendConfig config = config(Labels.EMPTY, Relabel.NONE, 10);
        RemoteWriteSender sender = new RemoteWriteSender(
                List.of(config), log, directory, of -> destination, Clock.systemUTC(), new Random(1));
        try (sender) {
            assertThat(sender.status()).singleElement().satisfies(status -> {
                assertThat(status.state()).isEqualTo(DestinationStatus.State.STARTING);
                assertThat(status.name()).isEqualTo("test");
            });
            sender.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (sender.status().get(0).sent() < 10 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(sender.status().get(0).sent()).isEqualTo(10);
        }
        assertThat(sender.status().get(0).state()).isEqualTo(DestinationStatus.State.CLOSED);
    }
}

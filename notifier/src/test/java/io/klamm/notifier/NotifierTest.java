package io.klamm.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertEvent.Kind;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.model.series.Labels;
import io.klamm.notifier.config.ConfigFile;
import io.klamm.notifier.dispatch.Settings;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import io.klamm.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifierTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Delivery ACCEPTED = new Delivery.Accepted(Map.of());

    /** Whose groups are told at once. */
    private static final String YAML = """
            global: {resolve_timeout: 7m}
            route: {receiver: team, group_by: [alertname], group_wait: 0s, group_interval: 10s, repeat_interval: 4h}
            receivers: [{name: team}, {name: spare}]
            """;

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock(START);
    private final FakeChannel channel = new FakeChannel("webhook", message -> ACCEPTED);
    private Notifier notifier = new Notifier(Path.of("."), setup(channel), Settings.USUAL, clock);

    private static Setup setup(Channel... channels) {
        return setup(YAML, channels);
    }

    private static Setup setup(String yaml, Channel... channels) {
        return new Setup(ConfigFile.of(yaml), Map.of("team", List.of(channels)), yaml);
    }

    private void start(Setup setup) {
        notifier = new Notifier(directory, setup, Settings.USUAL, clock);
        notifier.start();
    }

    @AfterEach
    void close() {
        notifier.close();
    }

    private void fire(String name) {
        Instant now = clock.instant();
        notifier.accept(
                List.of(Alert.of(Labels.of("alertname", name), Map.of(), now, now.plus(Duration.ofHours(9)), "")));
    }

    private void resolve(String name) {
        Instant now = clock.instant();
        notifier.accept(List.of(Alert.of(Labels.of("alertname", name), Map.of(), START, now, "")));
    }

    /** Returns when the notifier knows that the first message was accepted: a channel has it a moment before. */
    private void awaitAccepted() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (notifier.receivers().get(0).channels().get(0).delivered() == 0) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void reload_notStarted_saysSo() {
        assertThatThrownBy(() -> notifier.reload(setup(channel)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("notifier: not started (expected: start() before)");
    }

    @Test
    void reload_otherChannels_theseAreToldTheEndOfWhatThoseWereTold() throws InterruptedException {
        start(setup(channel));
        fire("a");
        Message begin = channel.next();
        awaitAccepted();
        FakeChannel other = new FakeChannel("webhook", message -> ACCEPTED);
        notifier.reload(setup(other));
        clock.advance(Duration.ofMinutes(1));
        resolve("a");

        Message told = other.next();
        assertThat(told.allResolved()).isTrue();
        assertThat(told.incident()).isEqualTo(begin.incident());
        assertThat(told.alerts()).extracting(Alert::name).containsExactly("a");
    }

    @Test
    void reload_channelIsGone_whatWaitedForItIsADeadLetter() throws InterruptedException {
        FakeChannel down = new FakeChannel("webhook", message -> new Delivery.Retry("down", null));
        start(setup(down));
        fire("a");
        String id = down.next().id();
        notifier.reload(setup());

        assertThat(notifier.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(id);
            assertThat(letter.kind()).isEqualTo("webhook");
            assertThat(letter.alerts()).containsExactly("a");
            assertThat(letter.reason()).isEqualTo("its channel is no longer configured");
        });
        assertThat(notifier.retry(id)).as("no channel to try it at").isFalse();
        assertThat(notifier.drop(id)).isTrue();
        assertThat(notifier.deadLetters()).isEmpty();
    }

    @Test
    void reload_otherRoutes_areShownAndHoldAtOnce() {
        start(setup(channel));
        String yaml = YAML.replace("7m", "9m").replace("[alertname]", "[x]").replace("0s", "1h");
        notifier.reload(setup(yaml, channel));
        fire("a");

        assertThat(notifier.configuration()).isEqualTo(yaml);
        assertThat(notifier.resolveTimeout()).isEqualTo(Duration.ofMinutes(9));
        assertThat(notifier.groups()).singleElement().satisfies(group -> assertThat(group.labels())
                .isEqualTo(Labels.of()));
    }

    @Test
    void history_ofASpan_hasItsBeginAndNotItsEnd_oldestFirst() {
        start(setup(YAML.replace("0s", "1h"), channel));
        fire("a");
        clock.advance(Duration.ofSeconds(10));
        fire("b");
        clock.advance(Duration.ofSeconds(10));
        resolve("a");

        assertThat(notifier.history(START, START.plusSeconds(20)))
                .extracting(AlertEvent::kind)
                .containsExactly(Kind.FIRING, Kind.FIRING);
        assertThat(notifier.history(START.plusSeconds(10), START.plusSeconds(21)))
                .extracting(event -> event.kind() + " " + event.labels().get("alertname"))
                .containsExactly("FIRING b", "RESOLVED a");
        assertThat(notifier.history(START.plusSeconds(21), START.plusSeconds(99)))
                .isEmpty();
    }

    @Test
    void history_afterANewStart_isStillKnown() {
        start(setup(YAML.replace("0s", "1h"), channel));
        fire("a");
        notifier.close();
        start(setup(channel));

        assertThat(notifier.history(START, START.plusSeconds(1)))
                .extracting(AlertEvent::kind)
                .contains(Kind.FIRING);
    }

    @Test
    void test_receiverOfManyChannels_saysOfEachHowItWent_andKeepsNothing() throws InterruptedException {
        start(setup(
                channel,
                new FakeChannel("slack", message -> new Delivery.Refused("404 no such channel")),
                new FakeChannel("email", message -> new Delivery.Retry("connection refused", null)),
                new FakeChannel("line", message -> {
                    throw new IllegalStateException("broken");
                })));

        assertThat(notifier.test("team"))
                .containsExactly(
                        "webhook: accepted",
                        "slack: refused: 404 no such channel",
                        "email: failed: connection refused",
                        "line: failed: error in the channel: java.lang.IllegalStateException: broken");
        assertThat(channel.next().alerts()).extracting(Alert::name).containsExactly("KlammTest");
        assertThat(notifier.alerts()).isEmpty();
        assertThat(notifier.deadLetters()).isEmpty();
        assertThat(notifier.history(START, START.plusSeconds(1))).isEmpty();
    }

    @Test
    void test_receiverWithoutChannels_hasNothingToSay() {
        assertThat(notifier.test("spare")).isEmpty();
    }

    @Test
    void test_unknownReceiver_isRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> notifier.test("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("receiver: nobody (expected: one of team, spare)");
    }

    @Test
    void test_interrupted_saysSoAndStaysInterrupted() {
        notifier = new Notifier(
                directory,
                setup(new FakeChannel("webhook", message -> {
                    throw new InterruptedException();
                })),
                Settings.USUAL,
                clock);

        assertThat(notifier.test("team")).containsExactly("webhook: failed: interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void set_silence_isKeptOverAStart_andEndsOnce() {
        start(setup(channel));
        Silence wish =
                new Silence("", AlertMatcher.parseAll("alertname=a"), START, START.plusSeconds(60), START, "me", "");
        String id = notifier.set(wish);
        notifier.close();
        start(setup(channel));

        assertThat(notifier.silences()).extracting(Silence::id).containsExactly(id);
        assertThat(notifier.expire("unknown")).isFalse();
        assertThat(notifier.expire(id)).isTrue();
        assertThat(notifier.expire(id)).isFalse();
        assertThat(notifier.silences()).singleElement().satisfies(silence -> assertThat(silence.stateAt(START))
                .isEqualTo(Silence.State.EXPIRED));
    }
}

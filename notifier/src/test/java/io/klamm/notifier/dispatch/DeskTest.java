package io.klamm.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertMatcher;
import io.klamm.model.alert.Silence;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

    @TempDir
    Path directory;

    private World world;

    @BeforeEach
    void open() {
        world = new World(directory, World.ONE);
    }

    @Test
    void turn_newGroup_isToldAfterGroupWait_andItsEndOnce() {
        world.fire("alertname", "a", "x", "1");
        world.pass(Duration.ofSeconds(9));
        assertThat(world.told).isEmpty();
        world.fire("alertname", "a", "x", "2");
        world.pass(Duration.ofSeconds(1));
        assertThat(world.told).singleElement().satisfies(message -> assertThat(message.firing())
                .hasSize(2));
        world.resolve("alertname", "a", "x", "1");
        world.pass(Duration.ofSeconds(61));
        world.resolve("alertname", "a", "x", "2");
        world.pass(Duration.ofHours(10));

        assertThat(world.told).hasSize(3);
        assertThat(world.told.get(1).firing()).hasSize(1);
        assertThat(world.told.get(1).resolved()).hasSize(1);
        assertThat(world.told.get(2).allResolved()).isTrue();
        assertThat(world.told.get(2).alerts()).hasSize(1);
        assertThat(world.told)
                .extracting(Message::incident)
                .containsOnly(world.told.get(0).incident());
        assertThat(world.told).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(world.book().lanes()).isEmpty();
        assertThat(world.book().episodes()).isEmpty();
    }

    @Test
    void turn_nothingNew_isRepeatedAfterRepeatInterval() {
        world.fire("alertname", "a");
        world.pass(Duration.ofHours(3));
        assertThat(world.told).hasSize(1);
        world.pass(Duration.ofMinutes(62));
        assertThat(world.told).hasSize(2);
        assertThat(world.told.get(1).incident()).isEqualTo(world.told.get(0).incident());
    }

    @Test
    void turn_alertNotToldAgain_isOverAtItsEnd() {
        world.accept(new String[] {"alertname", "a"}, world.now, world.now.plusSeconds(240));
        world.pass(Duration.ofMinutes(6));

        assertThat(world.told).hasSize(2);
        assertThat(world.told.get(1).allResolved()).isTrue();
    }

    @Test
    void turn_channelDownForLongerThanTheAlert_tellsBothInOneMessage() {
        world.answer = message -> new Delivery.Retry("down", null);
        Instant start = world.now;
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(10));
        world.resolve("alertname", "a");
        Instant end = world.now;
        world.pass(Duration.ofHours(5));
        world.answer = message -> new Delivery.Accepted(Map.of());
        world.pass(Duration.ofMinutes(10));

        assertThat(world.told).singleElement().satisfies(message -> {
            assertThat(message.allResolved()).isTrue();
            Alert alert = message.alerts().get(0);
            assertThat(alert.startsAt()).isEqualTo(start);
            assertThat(alert.endsAt()).isEqualTo(end);
        });
        assertThat(world.attempts.size()).isBetween(20, 120);
    }

    @Test
    void turn_firesTwiceWhileDown_tellsBothTimes() {
        world.answer = message -> new Delivery.Retry("down", null);
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(2));
        world.resolve("alertname", "a");
        world.pass(Duration.ofMinutes(2));
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(2));
        world.answer = message -> new Delivery.Accepted(Map.of());
        world.pass(Duration.ofMinutes(10));

        assertThat(world.told).singleElement().satisfies(message -> {
            assertThat(message.firing()).hasSize(1);
            assertThat(message.resolved()).hasSize(1);
        });
    }

    @Test
    void take_sameContent_hasTheSameIdAtEveryAttemptAndAfterKills() {
        world.answer = message -> new Delivery.Retry("down", null);
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(10));
        world.kill();
        world.pass(Duration.ofMinutes(10));

        assertThat(world.attempts.size()).isGreaterThan(4);
        assertThat(world.attempts)
                .extracting(Message::id)
                .containsOnly(world.attempts.get(0).id());
    }

    @Test
    void take_retryAfter_isObeyedExactly_alsoAfterKill() {
        List<Instant> times = new ArrayList<>();
        world.answer = message -> {
            times.add(world.now);
            return times.size() == 1
                    ? new Delivery.Retry("busy", Duration.ofSeconds(777))
                    : new Delivery.Accepted(Map.of());
        };
        world.fire("alertname", "a");
        world.pass(Duration.ofSeconds(20));
        world.kill();
        world.pass(Duration.ofHours(1));

        assertThat(times).hasSize(2);
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(Duration.ofSeconds(777));
    }

    @Test
    void done_refused_isADeadLetterAndAnAlert_andTheRestGoesOn() {
        world.answer = message -> message.groupKey().contains("bad")
                ? new Delivery.Refused("404 no such channel")
                : new Delivery.Accepted(Map.of());
        world.fire("alertname", "bad");
        world.fire("alertname", "good");
        world.pass(Duration.ofMinutes(5));

        assertThat(world.told)
                .extracting(message -> message.alerts().get(0).name())
                .containsExactlyInAnyOrder("good", Desk.REFUSED);
        assertThat(world.desk().views().deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).contains("404");
            assertThat(letter.alerts()).containsExactly("bad");
            assertThat(letter.kind()).isEqualTo("webhook");
        });
        world.kill();
        world.answer = message -> new Delivery.Accepted(Map.of());
        assertThat(world.desk().retry(world.desk().views().deadLetters().get(0).id(), world.now))
                .isTrue();
        world.pass(Duration.ofMinutes(1));
        assertThat(world.told)
                .anySatisfy(message -> assertThat(message.groupKey()).contains("bad"));
        assertThat(world.desk().views().deadLetters()).isEmpty();
        world.pass(Duration.ofHours(1));
        assertThat(world.told.get(world.told.size() - 1).alerts().get(0).name()).isEqualTo(Desk.REFUSED);
        assertThat(world.told.get(world.told.size() - 1).allResolved()).isTrue();
    }

    @Test
    void done_failedForThreeDays_isGivenUp() {
        world.answer = message -> new Delivery.Retry("down", Duration.ofMinutes(30));
        world.fire("alertname", "a");
        world.pass(Duration.ofHours(71));
        assertThat(world.desk().views().deadLetters()).isEmpty();
        world.pass(Duration.ofHours(2));
        assertThat(world.desk().views().deadLetters()).isNotEmpty();
    }

    @Test
    void turn_silenced_isToldAfterwardsIfItStillFires() {
        silence("alertname=~a|b");
        world.fire("alertname", "a");
        world.fire("alertname", "b");
        world.pass(Duration.ofMinutes(5));
        world.resolve("alertname", "b");
        world.pass(Duration.ofMinutes(4));
        assertThat(world.told).isEmpty();
        world.pass(Duration.ofMinutes(3));

        assertThat(world.told)
                .singleElement()
                .satisfies(message -> assertThat(message.alerts().get(0).name()).isEqualTo("a"));
    }

    /** For ten minutes from now. */
    private void silence(String matchers) {
        Instant end = world.now.plusSeconds(600);
        Silence wish = new Silence("", AlertMatcher.parseAll(matchers), world.now, end, world.now, "me", "");
        world.desk().silences().set(wish, "s", world.now);
    }

    @Test
    void silences_setAndExpired_areOnTheDiskAtOnce() {
        silence("alertname=a");
        world.kill();
        assertThat(world.desk().silences().all()).extracting(Silence::id).containsExactly("s");
        assertThat(world.desk().silences().expire("s", world.now)).isTrue();
        world.kill();
        assertThat(world.desk().silences().expire("s", world.now)).isFalse();
        world.now = world.now.plus(Duration.ofDays(5));
        world.turn();
        assertThat(world.desk().silences().all()).isEmpty();
    }

    @Test
    void turn_silencedAfterItWasTold_itsEndIsToldAfterTheSilence() {
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(2));
        silence("alertname=a");
        world.resolve("alertname", "a");
        world.pass(Duration.ofMinutes(9));
        assertThat(world.told).hasSize(1);
        world.kill();
        world.pass(Duration.ofMinutes(3));
        assertThat(world.told).hasSize(2);
        assertThat(world.told.get(1).allResolved()).isTrue();
    }

    @Test
    void turn_mutedAndInhibited_areQuiet() {
        world.configure("""
                route:
                  receiver: team
                  group_by: [alertname]
                  group_wait: 0s
                  group_interval: 1m
                  routes:
                    - matchers: [alertname=night]
                      mute_time_intervals: [noon]
                receivers: [{name: team}]
                time_intervals: [{name: noon, time_intervals: [{times: [{start_time: '12:00', end_time: '12:30'}]}]}]
                inhibit_rules: [{source_matchers: [alertname=big], target_matchers: [alertname=small]}]
                """);
        world.fire("alertname", "big");
        world.fire("alertname", "small");
        world.fire("alertname", "night");
        world.pass(Duration.ofMinutes(29));
        assertThat(world.told)
                .extracting(message -> message.alerts().get(0).name())
                .containsExactly("big");
        world.resolve("alertname", "big");
        world.pass(Duration.ofMinutes(5));
        assertThat(world.told)
                .extracting(message -> message.alerts().get(0).name())
                .containsExactlyInAnyOrder("big", "big", "small", "night");
    }

    @Test
    void turn_twoThousandGroupsAtOnce_areFewMessagesThatNameThemAll() {
        for (int i = 0; i < 2000; i++) {
            world.fire("alertname", "a" + i);
        }
        world.pass(Duration.ofMinutes(2));
        Set<String> names = new HashSet<>();
        world.told.forEach(message -> message.alerts().forEach(alert -> names.add(alert.name())));
        assertThat(world.told).hasSizeLessThanOrEqualTo(20);
        assertThat(names).hasSize(2000);
        int before = world.told.size();
        for (int i = 0; i < 2000; i++) {
            world.resolve("alertname", "a" + i);
        }
        world.kill();
        world.pass(Duration.ofMinutes(15));
        Set<String> over = new HashSet<>();
        List<Message> ends = world.told.subList(before, world.told.size());
        ends.forEach(message -> message.resolved().forEach(alert -> over.add(alert.name())));
        assertThat(over).hasSize(2000);
        assertThat(ends).hasSizeLessThanOrEqualTo(20);
        world.pass(Duration.ofMinutes(30));
        assertThat(world.book().lanes()).isEmpty();
    }

    @Test
    void restarted_alertsThatNobodyCouldTell_areNotOver() {
        world.accept(new String[] {"alertname", "a"}, world.now, world.now.plusSeconds(240));
        world.pass(Duration.ofMinutes(1));
        world.now = world.now.plus(Duration.ofHours(2));
        world.kill();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.told).hasSize(1);
        world.pass(Duration.ofMinutes(5));
        assertThat(world.told).hasSize(2);
        assertThat(world.told.get(1).allResolved()).isTrue();
    }

    @Test
    void configure_routeIsGone_theEndIsStillTold() {
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(1));
        world.configure(World.ONE.replace("[alertname]", "[x]"));
        world.resolve("alertname", "a");
        world.pass(Duration.ofMinutes(3));

        assertThat(world.told).anySatisfy(message -> {
            assertThat(message.incident()).isEqualTo(world.told.get(0).incident());
            assertThat(message.allResolved()).isTrue();
        });
    }

    @Test
    void restarted_whatWasToldToBeOver_isNotToldAgain() {
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(2));
        world.resolve("alertname", "a");
        world.pass(Duration.ofMinutes(2));
        assertThat(world.told).hasSize(2);
        world.kill();
        world.pass(Duration.ofMinutes(2));
        world.configure(World.ONE);
        world.pass(Duration.ofMinutes(2));
        assertThat(world.told).hasSize(2);
        world.pass(Duration.ofHours(1));
        assertThat(world.book().episodes()).isEmpty();
        assertThat(world.book().lanes()).isEmpty();
    }

    @Test
    void restarted_whatBeganAndEndedWhileItWasQuiet_isNotTold() {
        world.configure(World.ONE + """
                inhibit_rules: [{source_matchers: [alertname=big], target_matchers: [alertname=small]}]
                """);
        world.fire("alertname", "big");
        world.fire("alertname", "small");
        world.pass(Duration.ofMinutes(2));
        world.resolve("alertname", "small");
        world.pass(Duration.ofMinutes(2));
        world.resolve("alertname", "big");
        world.pass(Duration.ofMinutes(2));
        world.kill();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.told)
                .extracting(message -> message.alerts().get(0).name())
                .containsExactly("big", "big");
    }

    @Test
    void configure_routeIsGone_andNobodyAsksForEnds_nothingStaysForEver() {
        world.sendResolved = false;
        world.configure();
        world.fire("alertname", "a");
        world.pass(Duration.ofMinutes(1));
        world.configure(World.ONE.replace("[alertname]", "[x]"));
        world.resolve("alertname", "a");
        world.pass(Duration.ofHours(1));

        assertThat(world.book().episodes()).isEmpty();
        assertThat(world.book().lanes()).isEmpty();
    }
}

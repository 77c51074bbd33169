package io.klamm.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.DeadLetter;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    private static final Delivery ACCEPTED = new Delivery.Accepted(Map.of());

    @TempDir
    Path directory;

    private World world;

    @BeforeEach
    void open() {
        // Warnings of dead letters have a receiver of their own, that is nobody.
        world = new World(directory, """
                route:
                  receiver: team
                  group_by: [alertname]
                  group_wait: 10s
                  group_interval: 1m
                  repeat_interval: 4h
                  routes: [{receiver: nobody, matchers: [alertname=KlammNotificationRefused], mute_time_intervals: [always]}]
                receivers: [{name: team}, {name: nobody}]
                time_intervals: [{name: always, time_intervals: [{}]}]
                """);
    }

    /** The begin of an alert is refused. */
    private String letter(String... labels) {
        world.answer = message -> new Delivery.Refused("too long");
        world.fire(labels);
        world.pass(Duration.ofSeconds(70));
        return ids().get(ids().size() - 1);
    }

    private List<String> ids() {
        return world.desk().views().deadLetters().stream().map(DeadLetter::id).toList();
    }

    /** What is told from now on fails until the answer is another; one message waits. */
    private void down() {
        world.answer = message -> new Delivery.Retry("down", null);
        world.pass(Duration.ofSeconds(70));
        assertThat(world.book().pending()).hasSize(1);
    }

    private void up() {
        world.answer = message -> ACCEPTED;
        world.pass(Duration.ofMinutes(12));
    }

    @Test
    void retry_theEndWaits_isPutIntoThatMessage_andNothingFiresAfterItIsOver() {
        String letter = letter("alertname", "a");
        world.resolve("alertname", "a");
        down();
        String waiting = lastAttempt().id();
        assertThat(world.desk().retry(letter, world.now)).isTrue();
        assertThat(ids()).isEmpty();
        assertThat(world.book().pending()).hasSize(1);
        up();

        assertThat(world.told).singleElement().satisfies(message -> {
            assertThat(message.allResolved()).isTrue();
            assertThat(message.alerts()).hasSize(1);
            assertThat(message.id()).as("it says what it said").isEqualTo(waiting);
        });
    }

    @Test
    void retry_theOtherSaysLess_oneMessageTellsAll_byAnotherId_alsoAfterAKill() {
        world.answer = message -> ACCEPTED;
        world.fire("alertname", "a", "x", "1");
        world.fire("alertname", "a", "x", "2");
        world.pass(Duration.ofMinutes(2));
        world.resolve("alertname", "a", "x", "2");
        String letter = letter("alertname", "a", "x", "3");
        world.fire("alertname", "a", "x", "4");
        down();
        String waiting = lastAttempt().id();
        assertThat(lastAttempt().resolved()).isEmpty();
        assertThat(world.desk().retry(letter, world.now)).isTrue();
        world.told.clear();
        world.kill();
        up();

        assertThat(world.told).singleElement().satisfies(message -> {
            assertThat(x(message.firing())).containsExactlyInAnyOrder("1", "3", "4");
            assertThat(x(message.resolved())).containsExactly("2");
            assertThat(message.id()).isNotEqualTo(waiting);
            assertThat(message.incident()).isEqualTo(lastAttempt().incident());
        });
        assertThat(ids()).isEmpty();
    }

    @Test
    void retry_anotherIsOnItsWay_goesAfterThat() {
        String letter = letter("alertname", "a");
        world.answer = message -> ACCEPTED;
        world.resolve("alertname", "a");
        Optional<Parcel> parcel = Optional.empty();
        while (parcel.isEmpty()) {
            world.now = world.now.plusSeconds(1);
            world.desk().turn(world.now);
            parcel = world.desk().take("team/webhook[0]", world.now);
        }
        assertThat(world.desk().retry(letter, world.now)).isTrue();
        assertThat(world.desk().retry(letter, world.now)).isTrue();
        world.turn();
        assertThat(ids()).as("it can still be killed").containsExactly(letter);
        world.desk().done(parcel.get(), world.deliver(parcel.get()), world.now);
        up();

        assertThat(ids()).isEmpty();
        assertThat(world.told).hasSize(2).allMatch(Message::allResolved);
        assertThat(world.told.get(1).incident()).isEqualTo(world.told.get(0).incident());
    }

    @Test
    void drop_isForgotten_alsoIfItWasToBeTriedAgain() {
        String letter = letter("alertname", "a");
        world.resolve("alertname", "a");
        down();
        world.now = world.now.plus(Duration.ofMinutes(6));
        world.desk().turn(world.now);
        assertThat(world.desk().take("team/webhook[0]", world.now)).isPresent();
        assertThat(world.desk().retry(letter, world.now)).isTrue();
        assertThat(world.desk().drop(letter)).isTrue();
        assertThat(world.desk().drop(letter)).isFalse();
        assertThat(world.desk().retry(letter, world.now)).isFalse();
        world.desk().turn(world.now);
        assertThat(world.book().pending()).hasSize(1);
    }

    @Test
    void retry_ofAnIncidentThatIsOver_leavesTheOpenOneAlone() {
        world.answer = message -> ACCEPTED;
        world.fire("alertname", "a", "x", "1");
        world.pass(Duration.ofSeconds(70));
        String incident = lastAttempt().incident();
        world.answer = message -> new Delivery.Refused("too long");
        world.resolve("alertname", "a", "x", "1");
        world.pass(Duration.ofSeconds(70));
        world.answer = message -> ACCEPTED;
        world.fire("alertname", "a", "x", "2");
        world.pass(Duration.ofSeconds(70));
        String open = lastAttempt().incident();
        assertThat(world.desk().retry(ids().get(0), world.now)).isTrue();
        world.turn();
        assertThat(lastAttempt().incident()).isEqualTo(incident).isNotEqualTo(open);
        assertThat(lastAttempt().allResolved()).isTrue();
        world.resolve("alertname", "a", "x", "2");
        world.pass(Duration.ofSeconds(70));

        assertThat(lastAttempt().incident()).isEqualTo(open);
        assertThat(lastAttempt().allResolved()).isTrue();
        assertThat(x(lastAttempt().alerts())).containsExactly("2");
    }

    @Test
    void retry_ofAnotherIncident_goesBeforeWhatWaits_andEndsItsOwn() {
        world.answer = message -> ACCEPTED;
        world.fire("alertname", "a", "x", "1");
        world.pass(Duration.ofSeconds(70));
        String incident = lastAttempt().incident();
        world.answer = message -> new Delivery.Refused("too long");
        world.resolve("alertname", "a", "x", "1");
        world.pass(Duration.ofSeconds(70));
        String letter = ids().get(0);
        world.fire("alertname", "a", "x", "2");
        down();
        assertThat(world.desk().retry(letter, world.now)).isTrue();
        world.told.clear();
        up();

        assertThat(world.told).hasSize(2);
        assertThat(world.told.get(0).incident()).isEqualTo(incident);
        assertThat(world.told.get(0).allResolved()).isTrue();
        assertThat(world.told.get(1).incident()).isNotEqualTo(incident);
        assertThat(x(world.told.get(1).firing())).containsExactly("2");
    }

    private Message lastAttempt() {
        return world.attempts.get(world.attempts.size() - 1);
    }

    private static List<String> x(List<Alert> alerts) {
        return alerts.stream().map(alert -> alert.labels().get("x")).toList();
    }
}

package io.klamm.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.alert.Alert;
import io.klamm.notifier.message.Delivery;
import io.klamm.notifier.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Alerts come and go, the channel fails in every way, what it refused is tried again, and the process is killed at every point of its log: everything is told, in order, at most once more per kill. */
class DeskPropertyTest {

    private static final int ALERTS = 6;

    @TempDir
    Path directory;

    static java.util.stream.LongStream seeds() {
        return new Random(Long.getLong("klamm.seed", 7)).longs(Integer.getInteger("klamm.property.rounds", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyHistory_everyTransitionIsToldInOrder(long seed) {
        Random random = new Random(seed);
        World world = new World(directory, World.ONE.replace("10s", "2s").replace("1m", "5s"));
        Story story = new Story(world, random);
        for (int step = 0; step < 300; step++) {
            story.step();
        }
        story.end();
        story.check("seed " + seed);
    }

    /** What really happened, and what the other side saw. */
    private static final class Story {

        private final World world;
        private final Random random;
        private final Map<Integer, Instant> firing = new HashMap<>();
        private final List<String> truth = new ArrayList<>();
        private int kills;
        private int mood;

        Story(World world, Random random) {
            this.world = world;
            this.random = random;
            world.answer = message -> answer();
        }

        private Delivery answer() {
            return switch (mood) {
                case 1 -> new Delivery.Retry("500", null);
                case 2 -> new Delivery.Retry("429", Duration.ofSeconds(random.nextInt(1, 20)));
                case 3 -> new Delivery.Refused("404");
                default -> new Delivery.Accepted(Map.of("n", "1"));
            };
        }

        void step() {
            switch (random.nextInt(9)) {
                case 0, 1 -> change(random.nextInt(ALERTS));
                case 2 -> mood = random.nextInt(4);
                case 3 -> turnAndKill();
                case 4 -> retryLetters();
                default -> world.pass(Duration.ofSeconds(random.nextInt(1, 8)));
            }
        }

        private void change(int alert) {
            String[] labels = {"alertname", "a" + alert % 3, "i", Integer.toString(alert)};
            Instant since = firing.remove(alert);
            if (since == null) {
                firing.put(alert, world.now);
                truth.add(alert + " " + world.now);
                world.fire(labels);
            } else {
                world.now = world.now.plusSeconds(1);
                world.accept(labels, since, world.now);
            }
        }

        private void retryLetters() {
            world.desk().views().deadLetters().forEach(letter -> assertThat(
                            world.desk().retry(letter.id(), world.now))
                    .isTrue());
        }

        /** Killed before or after the answer is written, or in the middle of it. */
        private void turnAndKill() {
            world.now = world.now.plusSeconds(1);
            world.desk().turn(world.now);
            for (String channel : world.desk().channels()) {
                Optional<Parcel> parcel = world.desk().take(channel, world.now);
                if (parcel.isPresent()) {
                    boolean hangs = random.nextInt(4) == 0;
                    Delivery delivery = hangs ? new Delivery.Retry("timed out", null) : world.deliver(parcel.get());
                    long before = world.logSize();
                    if (random.nextBoolean()) {
                        world.desk().done(parcel.get(), delivery, world.now);
                    }
                    kills++;
                    world.killTorn(before, random);
                    return;
                }
            }
            kills++;
            world.kill();
        }

        void end() {
            mood = 0;
            retryLetters();
            world.pass(Duration.ofMinutes(20));
            List.copyOf(firing.keySet()).forEach(this::change);
            world.pass(Duration.ofMinutes(20));
        }

        void check(String seed) {
            Set<String> over = new HashSet<>();
            Map<String, Integer> ids = new HashMap<>();
            for (Message message : world.told) {
                ids.merge(message.id(), 1, Integer::sum);
                for (Alert alert : message.alerts()) {
                    if (alert.name().equals(Desk.REFUSED)) {
                        continue;
                    }
                    String episode = alert.labels().get("i") + " " + alert.startsAt();
                    if (alert.resolvedAt(message.at())) {
                        over.add(episode);
                    } else {
                        assertThat(over)
                                .as("%s: %s fires after it was over", seed, episode)
                                .doesNotContain(episode);
                    }
                }
            }
            assertThat(over).as(seed).containsAll(truth);
            int twice = ids.values().stream().mapToInt(count -> count - 1).sum();
            assertThat(twice).as("%s: duplicates of %s kills", seed, kills).isLessThanOrEqualTo(kills);
            assertThat(world.book().pending()).as(seed).isEmpty();
            assertThat(world.desk().views().deadLetters()).as(seed).isEmpty();
        }
    }
}

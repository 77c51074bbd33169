package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.OffsetRange;
import io.klamm.model.TopicPartition;
import io.klamm.model.burrow.BurrowPartitionStatus;
import io.klamm.model.burrow.BurrowStatus;
import io.klamm.model.verdict.Rule;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wrong verdicts that follow from Burrow's rules: what Burrow says, what Klamm says, and what is true. docs/lag.md has the same table. */
class BurrowMistakesTest {

    /** One line of the table. */
    record Mistake(String id, Consumer<Scene> life, BurrowStatus burrow, Rule klamm, String truth) {

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        "X01 the first commit, ten seconds ago",
                        scene -> scene.end(1040)
                                .read()
                                .at(1)
                                .end(1050)
                                .commit(1000)
                                .at(5)
                                .read()
                                .at(11),
                        BurrowStatus.STOP,
                        Rule.TOO_LITTLE_SEEN,
                        "nothing can be said yet"),
                new Mistake(
                        "X03 the first commit, this very second",
                        scene -> scene.end(1050).read().at(1).commit(1000),
                        BurrowStatus.STALL,
                        Rule.TOO_LITTLE_SEEN,
                        "nothing can be said yet"),
                new Mistake(
                        "X08 commits read out of order, lags not known",
                        scene -> outOfOrder(scene, 1000),
                        BurrowStatus.WARN,
                        Rule.TOO_LITTLE_SEEN,
                        "nothing can be said yet"),
                new Mistake(
                        "X09 the same, all of one offset",
                        scene -> outOfOrder(scene, 0),
                        BurrowStatus.STALL,
                        Rule.TOO_LITTLE_SEEN,
                        "nothing can be said yet"),
                new Mistake(
                        "X29 caught up but for a transaction marker",
                        BurrowMistakesTest::marker,
                        BurrowStatus.STALL,
                        Rule.CAUGHT_UP_BUT_MARKERS,
                        "nothing is left to read"),
                new Mistake(
                        "X36 commits every second, pauses for fifteen",
                        scene -> {
                            run(scene, 120, 1, time -> time * 100 - 6000);
                            idle(scene, 125, 135, time -> time * 100);
                        },
                        BurrowStatus.STOP,
                        Rule.KEEPS_UP,
                        "a pause that ends"),
                new Mistake(
                        "X06 always as far behind",
                        scene -> run(scene, 600, 5, time -> time * 100 - 2000),
                        BurrowStatus.WARN,
                        Rule.KEEPS_UP,
                        "it keeps up"),
                new Mistake(
                        "#223 a record more at each commit",
                        scene -> run(scene, 600, 5, time -> time * 100 - 2000 - time / 5),
                        BurrowStatus.WARN,
                        Rule.KEEPS_UP,
                        "it keeps up"),
                new Mistake(
                        "#150 reads a little again after a restart",
                        scene -> {
                            run(scene, 300, 5, time -> time * 100 - 100);
                            scene.at(305).end(30_900).commit(29_850).read();
                        },
                        BurrowStatus.REWIND,
                        Rule.KEEPS_UP,
                        "at least once, as a group promises"),
                new Mistake(
                        "X28 a record an hour, dead for an hour",
                        BurrowMistakesTest::slowAndDead,
                        BurrowStatus.OK,
                        Rule.SILENT,
                        "it is dead"),
                new Mistake(
                        "X19 X20 no lag once, more and more since",
                        scene -> run(scene, 600, 60, time -> time <= 120 ? time * 100 : 12_000 + (time - 120) * 20),
                        BurrowStatus.OK,
                        Rule.READS_TOO_SLOWLY,
                        "it reads a fifth of what is written"),
                new Mistake(
                        "#155 commits more often than ends are read",
                        scene -> run(scene, 600, 1, time -> time * 60),
                        BurrowStatus.OK,
                        Rule.FALLS_BEHIND,
                        "it reads less than is written"),
                new Mistake(
                        "X15 set back twice, made good once",
                        scene -> {
                            run(scene, 300, 5, time -> time * 100 - 100);
                            scene.at(301).end(30_100).commit(29_800);
                            scene.at(302).end(30_200).commit(30_000);
                            scene.at(303).end(30_300).commit(20_000);
                            scene.at(305).end(30_500).commit(20_500).read();
                        },
                        BurrowStatus.OK,
                        Rule.WENT_BACK,
                        "it was set back by 10,000 records"),
                new Mistake(
                        "#14 #701 left the topic for another",
                        scene -> {
                            run(scene, 120, 5, time -> time * 100);
                            scene.members("Stable", new TopicPartition("other", 0));
                            idle(scene, 125, 600, time -> time * 100);
                        },
                        BurrowStatus.STOP,
                        Rule.TOPIC_UNOWNED,
                        "nobody means to read it"),
                new Mistake(
                        "records were deleted unread",
                        scene -> {
                            run(scene, 300, 5, time -> time * 10);
                            scene.at(305).end(30_001).commit(3_200).start(5_000).read();
                        },
                        BurrowStatus.WARN,
                        Rule.DELETED_UNREAD,
                        "1,800 records are lost"));
    }

    private static void run(Scene scene, long to, int every, LongUnaryOperator committed) {
        scene.read();
        for (long time = 1; time <= to; time++) {
            scene.at((double) time).end(time * 100);
            if (time % every == 0) {
                scene.commit(Math.max(0, committed.applyAsLong(time)));
            }
            if (time % 5 == 0) {
                scene.read();
            }
        }
    }

    private static void idle(Scene scene, long from, long to, LongUnaryOperator end) {
        for (long time = from; time <= to; time += 5) {
            scene.at((double) time).end(end.applyAsLong(time)).read();
        }
    }

    private static void outOfOrder(Scene scene, long step) {
        scene.at(300).end(3100).read();
        scene.deliver(1000 + 2 * step, 3, Scene.START.plusSeconds(300));
        scene.deliver(1000, 1, Scene.START.plusSeconds(100));
        scene.deliver(1000 + step, 2, Scene.START.plusSeconds(200));
        scene.at(310).coordinatorKnows(1000 + 2 * step).read();
    }

    private static void marker(Scene scene) {
        scene.end(1000);
        for (int time = 5; time <= 300; time += 5) {
            scene.at(time).commit(999).read();
        }
        scene.keeper.answer(new OffsetRange(new TopicPartition(Scene.TOPIC, 0), 999, 1000), 0);
    }

    private static void slowAndDead(Scene scene) {
        scene.read();
        for (int minute = 1; minute <= 240; minute++) {
            long records = minute / 60;
            scene.at(minute * 60).end(minute < 180 ? records : 3 + (minute - 180) * 80L);
            if (minute % 60 == 0 && minute <= 180) {
                scene.commit(records);
            }
            scene.read();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void verdict_whereBurrowIsWrong_isRight(Mistake mistake) {
        Scene scene = new Scene();

        mistake.life().accept(scene);

        BurrowPartitionStatus burrow =
                scene.burrow.status(Scene.GROUP).partitions().get(0);
        assertThat(burrow.status()).as("Burrow; true: %s", mistake.truth()).isEqualTo(mistake.burrow());
        assertThat(scene.partition().evidence().rule())
                .as("Klamm; true: %s", mistake.truth())
                .isEqualTo(mistake.klamm());
    }

    @Test
    void verdict_commitsThatExpired_areForgottenByKlammOnly() {
        Scene scene = new Scene();
        run(scene, 120, 5, time -> time * 100 - 100);
        scene.members("Empty").at(121).tombstone();
        idle(scene, 125, 900, time -> time * 100);

        assertThat(scene.burrow.status(Scene.GROUP).partitions().get(0).status())
                .isEqualTo(BurrowStatus.STOP);
        assertThat(scene.verdict().orElseThrow().partitions()).isEmpty();
    }
}

package io.klamm.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.GroupOffset;
import io.klamm.model.OffsetRange;
import io.klamm.model.TopicPartition;
import io.klamm.model.verdict.GroupVerdict.Source;
import io.klamm.model.verdict.PartitionVerdict;
import io.klamm.model.verdict.Rule;
import io.klamm.model.verdict.Verdict;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The walk of a group through its life: what Klamm says of it at each turn. */
class LagKeeperTest {

    private static final TopicPartition PARTITION = new TopicPartition(Scene.TOPIC, 0);

    private final Scene scene = new Scene();

    /** Writes so many records a second, reads so many, commits every so often, and is read every five seconds. */
    private void run(Scene in, double from, double to, double written, double read, double every) {
        double commitAt = from + every;
        double readAt = from + 5;
        while (Math.min(commitAt, readAt) <= to) {
            double time = Math.min(commitAt, readAt);
            in.at(time).end((long) (time * written));
            if (time == commitAt) {
                in.commit((long) (time * read));
                commitAt += every;
            }
            if (time == readAt) {
                in.read();
                readAt += 5;
            }
        }
    }

    private Rule rule() {
        return scene.partition().evidence().rule();
    }

    @Test
    void judge_readerOfATenth_isWarnWithinTwoMinutesAndErrLater() {
        run(scene, 0, 120, 333, 33, 1);

        PartitionVerdict early = scene.partition();
        assertThat(early.verdict()).isIn(Verdict.WARN, Verdict.ERR);
        assertThat(early.evidence().commits()).hasSizeGreaterThan(3);
        assertThat(early.evidence().ends()).hasSizeGreaterThan(3);

        run(scene, 120, 600, 333, 33, 1);
        assertThat(rule()).isEqualTo(Rule.READS_TOO_SLOWLY);
    }

    @Test
    void judge_readerThatLeft_isStopWithinAMinute() {
        run(scene, 0, 300, 333, 33, 1);
        scene.members("Empty");
        for (int time = 305; time <= 350; time += 5) {
            scene.at(time).end(time * 333L).read();
        }

        assertThat(rule()).isEqualTo(Rule.SILENT_WITHOUT_MEMBERS);
        assertThat(scene.verdict().orElseThrow().verdict()).isEqualTo(Verdict.STOP);
    }

    @Test
    void judge_offsetsResetBack_isRewindAtOnceAndStopWhenThatIsOld() {
        run(scene, 0, 300, 333, 333, 1);
        scene.members("Empty").at(310).end(310 * 333).commit(0).read();
        assertThat(rule()).isEqualTo(Rule.WENT_BACK);

        for (int time = 315; time <= 915; time += 5) {
            scene.at(time).read();
        }
        assertThat(rule()).isEqualTo(Rule.SILENT_WITHOUT_MEMBERS);
    }

    @Test
    void judge_rewindThatWasMadeGood_isOk() {
        run(scene, 0, 300, 100, 100, 1);
        scene.at(301)
                .commit(20_000)
                .at(302)
                .commit(25_000)
                .at(303)
                .commit(30_300)
                .end(30_300)
                .read();

        assertThat(scene.partition().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void observe_groupGone_vanishesWithinACycle() {
        run(scene, 0, 60, 100, 100, 1);
        assertThat(scene.verdict()).isPresent();

        scene.groupGone().at(65).read();

        assertThat(scene.verdict()).isEmpty();
        assertThat(scene.keeper.explain(Scene.GROUP, scene.at())).isEmpty();
        assertThat(scene.keeper.history(Scene.GROUP, scene.at())).isEmpty();
        assertThat(scene.keeper.counts().partitions()).isZero();
    }

    @Test
    void observe_groupsNotAllRead_keepsWhatIsMissing() {
        run(scene, 0, 60, 100, 100, 1);

        scene.groupGone().problem("groups").at(65).read();

        assertThat(scene.verdict()).isPresent();
    }

    @Test
    void observe_groupNewerThanTheReading_getsAnotherReading() {
        scene.end(10).groupGone().commit(5);
        scene.at(1).read();
        assertThat(scene.verdict()).isPresent();

        scene.at(6).read();
        assertThat(scene.verdict()).isEmpty();
    }

    @Test
    void groupDeleted_targetsLiveNoMore() {
        run(scene, 0, 60, 100, 100, 1);
        var target = scene.keeper.target(Source.OFFSETS_TOPIC, Scene.GROUP, Scene.TOPIC, 0);
        assertThat(target.live()).isTrue();

        scene.keeper.groupDeleted(Scene.GROUP, scene.at().toEpochMilli());

        assertThat(target.live()).isFalse();
        assertThat(scene.verdict()).isEmpty();
    }

    @Test
    void accept_tombstone_partitionVanishes() {
        run(scene, 0, 60, 100, 100, 1);

        scene.members("Empty").at(61).tombstone().at(65).read();

        assertThat(scene.verdict().orElseThrow().partitions()).isEmpty();
        assertThat(scene.verdict().orElseThrow().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void accept_commitThatCameBefore_isCountedAndPassedOver() {
        run(scene, 0, 60, 100, 100, 1);
        long before = scene.partition().evidence().facts().getOrDefault("offset", -1L);

        scene.deliver(1, 1, Scene.START.plusSeconds(1));

        assertThat(scene.partition().evidence().facts()).containsEntry("offset", before);
        assertThat(scene.keeper.counts().repeated()).isEqualTo(1);
    }

    @Test
    void judge_topicThatNobodyReadsAnyMore_isAbandonedNotStopped() {
        run(scene, 0, 120, 100, 100, 1);
        scene.members("Stable", new TopicPartition("other", 0));
        for (int time = 125; time <= 900; time += 5) {
            scene.at(time).end(time * 100L).read();
        }

        assertThat(rule()).isEqualTo(Rule.TOPIC_UNOWNED);
        assertThat(scene.partition().verdict()).isEqualTo(Verdict.ABANDONED);
    }

    @Test
    void judge_commitBelowTheLogStart_isLostWithHowMany() {
        run(scene, 0, 120, 100, 10, 1);

        scene.start(2000).at(125).read();

        assertThat(rule()).isEqualTo(Rule.DELETED_UNREAD);
        assertThat(scene.partition().evidence().facts()).containsEntry("lost", 800L);
        assertThat(scene.partition().forecast().secondsUntilLoss()).hasValue(0);
    }

    @Test
    void judge_commitBeyondTheEndOfATopicMadeAgain_isLostWithItsCause() {
        run(scene, 0, 120, 100, 100, 1);

        scene.topicId("id-2").end(50).at(125).read().at(130).read();

        assertThat(rule()).isEqualTo(Rule.BEYOND_END_OF_NEW_TOPIC);
    }

    @Test
    void judge_commitBeyondAnEndThatWentBack_isLostWithItsCause() {
        run(scene, 0, 120, 100, 100, 1);

        scene.end(11_000).at(125).read().at(130).read();

        assertThat(rule()).isEqualTo(Rule.BEYOND_END_AFTER_TRUNCATION);
    }

    @Test
    void judge_commitNewerThanTheEndThatWasRead_isNotLost() {
        run(scene, 0, 120, 100, 100, 1);

        scene.at(121).commit(12_100).at(122).commit(12_200);

        assertThat(scene.partition().verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void judge_onlyMarkersLeft_isOkOnceTheyWereCounted() {
        scene.end(1000);
        for (int time = 5; time <= 300; time += 5) {
            scene.at(time).commit(999).read();
        }
        assertThat(scene.partition().verdict()).isEqualTo(Verdict.STALL);
        OffsetRange range = new OffsetRange(PARTITION, 999, 1000);
        assertThat(scene.keeper.questions()).containsExactly(range);
        assertThat(rule()).isEqualTo(Rule.COMMITS_THE_SAME_UNCOUNTED);

        scene.keeper.answer(range, 0);

        assertThat(rule()).isEqualTo(Rule.CAUGHT_UP_BUT_MARKERS);
        assertThat(scene.partition().lag()).hasValue(1);
        assertThat(scene.partition().effectiveLag()).hasValue(0);
        assertThat(scene.partition().forecast().timeLag().orElseThrow().seconds())
                .isZero();
        assertThat(scene.keeper.questions()).isEmpty();
    }

    @Test
    void judge_newRecordsBehindAMarker_areNotOverdueSinceTheMarker() {
        scene.end(1000);
        for (int time = 5; time <= 300; time += 5) {
            scene.at(time).commit(999).read();
        }
        scene.keeper.answer(new OffsetRange(PARTITION, 999, 1000), 0);

        scene.at(304).end(1020).at(305).commit(999).read();

        assertThat(scene.partition().verdict()).isEqualTo(Verdict.OK);
        assertThat(scene.partition().effectiveLag()).hasValue(20);
        assertThat(scene.partition().forecast().timeLag().orElseThrow().seconds())
                .isLessThanOrEqualTo(5);
    }

    @Test
    void judge_realRecordsLeft_staysStall() {
        scene.end(1000);
        for (int time = 5; time <= 300; time += 5) {
            scene.at(time).commit(999).read();
        }

        scene.keeper.answer(new OffsetRange(PARTITION, 999, 1000), 1);

        assertThat(rule()).isEqualTo(Rule.COMMITS_THE_SAME);
    }

    @Test
    void judge_standsAtTheLastStableOffset_isNotAtFault() {
        for (int time = 5; time <= 900; time += 5) {
            scene.at(time).end(1000 + time).stable(1000).commit(1000).read();
        }

        assertThat(rule()).isEqualTo(Rule.AT_STABLE_OFFSET);
        assertThat(scene.partition().effectiveLag()).hasValue(0);
    }

    @Test
    void judge_ownedButNeverCommitted_saysThatItIsNotKnown() {
        scene.end(500);
        scene.at(5).read();

        assertThat(rule()).isEqualTo(Rule.NEVER_COMMITTED);
        assertThat(scene.partition().lag()).isEmpty();
    }

    @Test
    void judge_ownedAndEmpty_isOk() {
        scene.at(5).read();

        assertThat(rule()).isEqualTo(Rule.NOTHING_WRITTEN);
    }

    @Test
    void judge_shareGroup_saysWhatItsBrokersCount() {
        scene.share(new GroupOffset(PARTITION, 10, OptionalLong.of(7))).at(5).read();

        assertThat(rule()).isEqualTo(Rule.SHARE_GROUP);
        assertThat(scene.partition().lag()).hasValue(7);
    }

    @Test
    void judge_endNeverRead_isUnknown() {
        scene.topicGone().problem("topics").commit(5).at(5).read();

        assertThat(rule()).isEqualTo(Rule.END_UNKNOWN);
    }

    @Test
    void observe_topicDeleted_partitionVanishes() {
        run(scene, 0, 60, 100, 100, 1);

        scene.topicGone().members("Empty").at(65).read();

        assertThat(scene.verdict().orElseThrow().partitions()).isEmpty();
    }

    @Test
    void observe_notCovered_takesCommitsFromTheReadings() {
        Scene blind = new Scene(LagSettings.DEFAULT, false);
        for (int time = 5; time <= 300; time += 5) {
            blind.at(time).end(time * 100L).coordinatorKnows(time * 10L).read();
        }

        assertThat(blind.verdict().orElseThrow().source()).isEqualTo(Source.ADMIN_API);
        assertThat(blind.partition().verdict()).isIn(Verdict.WARN, Verdict.ERR);

        for (int time = 305; time <= 600; time += 5) {
            blind.at(time).end(time * 100L).read();
        }
        assertThat(blind.partition().evidence().rule()).isEqualTo(Rule.DOES_NOT_MOVE);
    }

    @Test
    void observe_covered_knowsGroupsThatCommittedBeforeAnybodyLooked() {
        scene.members("Empty").coordinatorKnows(10).end(100);
        for (int time = 0; time <= 60; time += 5) {
            scene.at(time).read();
        }

        assertThat(scene.verdict().orElseThrow().source()).isEqualTo(Source.OFFSETS_TOPIC);
        assertThat(rule()).isEqualTo(Rule.SILENT_WITHOUT_MEMBERS);
    }

    @Test
    void observe_sourceMissedACommit_isCorrectedAndCounted() {
        run(scene, 0, 60, 100, 100, 1);

        scene.coordinatorKnows(7000).end(7000).at(65).read().at(70).read();

        assertThat(scene.partition().evidence().facts()).containsEntry("offset", 7000L);
        assertThat(scene.keeper.counts().corrected()).isEqualTo(1);
    }

    @Test
    void target_noRoom_refusesUntilSomethingIsLetGo() {
        LagKeeper small = new LagKeeper(LagSettings.DEFAULT, new LagLimits(1, 1));
        var first = small.target(Source.OFFSETS_TOPIC, "a", "t", 0);
        var second = small.target(Source.OFFSETS_TOPIC, "b", "t", 0);
        assertThat(first.live()).isTrue();
        assertThat(small.counts().refused()).isEqualTo(1);

        small.groupDeleted("a", 0);
        small.observe(new Scene().groupGone().snapshot());

        assertThat(second.live()).isFalse();
        assertThat(small.target(Source.OFFSETS_TOPIC, "b", "t", 0)).isInstanceOf(PartitionCommits.class);
    }

    @Test
    void history_ofAGroup_hasARowOfLagsThatGrow() {
        run(scene, 0, 600, 100, 10, 5);

        var history = scene.keeper.history(Scene.GROUP, scene.at()).orElseThrow();

        assertThat(history.rows()).hasSize(1);
        List<OptionalLong> lags = history.rows().get(0).lags();
        assertThat(lags).hasSameSizeAs(history.timesMillis());
        List<Long> known = lags.stream()
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
        assertThat(known).hasSizeGreaterThan(30);
        assertThat(known.get(known.size() - 1)).isGreaterThan(known.get(0));
    }
}

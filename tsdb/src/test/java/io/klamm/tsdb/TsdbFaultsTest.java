package io.klamm.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.ComponentStatus;
import io.klamm.tsdb.files.SimulatedDisk;
import io.klamm.tsdb.wal.SyncPolicy;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A disk that fails, is full, cannot be written or loses power at any moment: samples are taken all the same, the status says so, and nothing that was synced is lost. */
class TsdbFaultsTest {

    private static final int HOURS = 7;
    private static final int MINUTES = HOURS * 60;
    private static final int ROUNDS = Integer.getInteger("klamm.torture.rounds", 12);

    private final long seed = Long.getLong("klamm.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private Workload workload(SyncPolicy sync) {
        return new Workload(new Random(random.nextLong()), sync);
    }

    private String context(int round) {
        return "seed " + seed + ", round " + round;
    }

    /** How many changes of the disk a workload of so many hours comes to. */
    private long changes() {
        Workload reference = workload(SyncPolicy.INTERVAL);
        reference.minutes(MINUTES);
        assertThat(reference.store().stats().blocksCut()).isPositive();
        return reference.disk.changes();
    }

    @Test
    void anyOneChange_fails_nothingIsLost() {
        long changes = changes();
        for (int round = 0; round < ROUNDS; round++) {
            Workload workload = workload(SyncPolicy.INTERVAL);
            workload.disk.failAt(1 + random.nextLong(changes), false);
            workload.minutes(MINUTES);
            recoverAndCheck(workload, context(round));
        }
    }

    @Test
    void allChanges_failForSomeHours_nothingIsLostAndTheStatusSaysSo() {
        for (int round = 0; round < ROUNDS; round++) {
            Workload workload = workload(SyncPolicy.INTERVAL);
            workload.minutes(random.nextInt(MINUTES));
            workload.disk.failAt(1, true);
            workload.minutes(1 + random.nextInt(MINUTES));
            workload.checkAll(context(round));
            assertFailing(workload);
            recoverAndCheck(workload, context(round));
        }
    }

    @Test
    void disk_isFullForSomeHours_nothingIsLostAndTheStatusSaysSo() {
        for (int round = 0; round < ROUNDS; round++) {
            Workload workload = workload(SyncPolicy.INTERVAL);
            workload.minutes(random.nextInt(MINUTES));
            workload.disk.limit(workload.disk.used() + random.nextInt(500));
            workload.minutes(20 + random.nextInt(MINUTES));
            workload.checkAll(context(round));
            recoverAndCheck(workload, context(round));
        }
    }

    private static void assertFailing(Workload workload) {
        ComponentStatus status = workload.store().status();
        assertThat(status.state()).isEqualTo(ComponentStatus.State.ERROR);
        assertThat(status.lastError()).contains("Input/output error").contains("kept in memory");
    }

    /** The disk is well again: soon all is written, also what could not be before. */
    private static void recoverAndCheck(Workload workload, String context) {
        workload.disk.heal();
        workload.minutes(2);
        for (int i = 0; i < 12; i++) {
            workload.minutes(1);
            workload.store().merge();
        }
        workload.checkAll(context);
        assertThat(workload.store().status().state())
                .as("%s: %s", context, workload.store().status().lastError())
                .isEqualTo(ComponentStatus.State.OK);
        assertThat(workload.store().sync()).as(context).isTrue();
        workload.reopen(workload.disk.afterPowerLoss(workload.random));
        workload.checkAll(context + ", after losing power");
        assertThat(workload.store().verify().problems()).as(context).isEmpty();
    }

    @Test
    void power_lostWhileTheDiskFails_whatWasSyncedIsThere() {
        long changes = changes();
        for (int round = 0; round < ROUNDS; round++) {
            Workload workload = workload(random.nextBoolean() ? SyncPolicy.ALWAYS : SyncPolicy.INTERVAL);
            workload.disk.failAt(1 + random.nextLong(changes), random.nextBoolean());
            workload.minutes(random.nextInt(MINUTES));
            workload.reopen(workload.disk.afterPowerLoss(workload.random));
            workload.checkSynced(context(round));
        }
    }

    @RepeatedTest(3)
    void power_lostAgainAndAgain_whatWasSyncedIsThere() {
        Workload workload = workload(SyncPolicy.INTERVAL);
        for (int round = 0; round < ROUNDS; round++) {
            workload.minutes(random.nextInt(60));
            workload.reopen(workload.disk.afterPowerLoss(workload.random));
            workload.checkSynced(context(round));
            workload.written.clear();
            workload.written.putAll(TestStore.readAll(workload.store()));
        }
        assertThat(workload.store().verify().problems()).as(context(ROUNDS)).isEmpty();
    }

    @Test
    void directory_cannotBeWritten_isReadAndTakesSamples() {
        Workload workload = workload(SyncPolicy.ALWAYS);
        workload.minutes(MINUTES);
        workload.disk.failAt(1, true);
        workload.reopen();
        workload.checkAll("on opening");
        workload.minutes(MINUTES);
        workload.checkAll("hours later");
        assertFailing(workload);
        recoverAndCheck(workload, context(0));
    }

    @Test
    void directory_newOnADiskThatIsFull_takesSamples() {
        SimulatedDisk full = new SimulatedDisk();
        full.limit(0);
        Workload workload = workload(SyncPolicy.INTERVAL);
        workload.reopen(full);
        workload.minutes(60);
        workload.checkAll("full");
        recoverAndCheck(workload, context(0));
    }
}

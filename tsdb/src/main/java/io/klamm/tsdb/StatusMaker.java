package io.klamm.tsdb;

import io.klamm.model.ComponentStatus;
import io.klamm.storage.Outcome;
import io.klamm.tsdb.block.BlockDirectory;
import io.klamm.tsdb.head.HeadReport;
import io.klamm.tsdb.head.HeadStats;
import io.klamm.tsdb.wal.WalStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says in the house's words how a store fares. */
final class StatusMaker {

    private final String instance;
    private final TsdbStats stats;
    private final Upkeep upkeep;
    private final HeadReport start;
    private final List<BlockDirectory.Damaged> damaged;

    StatusMaker(
            String instance, TsdbStats stats, Upkeep upkeep, HeadReport start, List<BlockDirectory.Damaged> damaged) {
        this.instance = instance;
        this.stats = stats;
        this.upkeep = upkeep;
        this.start = start;
        this.damaged = damaged;
    }

    ComponentStatus make() {
        boolean begun = upkeep.lastRound() != null;
        return new ComponentStatus(
                "tsdb",
                instance,
                state(),
                upkeep.lastRound(),
                upkeep.lastSuccess(),
                begun ? upkeep.lastDuration() : null,
                begun ? upkeep.averageDuration() : null,
                upkeep.rounds.get(),
                upkeep.failures.get(),
                counts(),
                new TreeMap<>(),
                errors(),
                message());
    }

    private ComponentStatus.State state() {
        WalStats log = stats.head().log();
        if (log.failingSince() != null
                || stats.head().lastError() != null
                || upkeep.cutError() != null
                || upkeep.directoryError() != null) {
            return ComponentStatus.State.ERROR;
        }
        return message() == null ? ComponentStatus.State.OK : ComponentStatus.State.WARNING;
    }

    private @Nullable String message() {
        List<String> all = new ArrayList<>();
        HeadStats head = stats.head();
        WalStats log = head.log();
        if (log.failingSince() != null) {
            all.add("the log " + log.lastError() + ", since " + log.failingSince() + "; samples are kept in memory");
        }
        add(all, upkeep.directoryError());
        add(all, head.lastError());
        add(all, upkeep.cutError());
        add(all, upkeep.mergeError());
        if (!damaged.isEmpty()) {
            BlockDirectory.Damaged first = damaged.get(0);
            all.add("left out: " + first.directory().getFileName() + ": " + first.reason() + more(damaged.size() - 1));
        }
        add(all, stats.damage());
        if (head.damagedChunks() > 0) {
            all.add(head.damagedChunks() + " reads of damaged chunks of the newest hours");
        }
        if (log.droppedBytes() + head.samplesDropped() > 0) {
            all.add("the disk took nothing for too long: " + log.droppedBytes() + " bytes of the log and "
                    + head.samplesDropped() + " samples of chunks were given up");
        }
        if (!start.problems().isEmpty()) {
            all.add("found at the start: " + start.problems().get(0)
                    + more(start.problems().size() - 1));
        }
        return all.isEmpty() ? null : String.join("; ", all);
    }

    private static String more(int problems) {
        return problems == 0 ? "" : " and " + problems + " more";
    }

    private static void add(List<String> all, @Nullable String message) {
        if (message != null) {
            all.add(message);
        }
    }

    private SortedMap<String, Long> counts() {
        HeadStats head = stats.head();
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put("series", (long) head.series());
        counts.put("blocks", (long) stats.blocks());
        counts.put("block-bytes", stats.blockBytes());
        counts.put("log-bytes", head.log().bytes());
        counts.put("chunk-bytes", head.chunkBytes());
        counts.put("waiting-bytes", head.unsavedBytes() + head.log().backlogBytes());
        counts.put("samples", head.appended());
        return counts;
    }

    private SortedMap<String, Long> errors() {
        HeadStats head = stats.head();
        TreeMap<String, Long> errors = new TreeMap<>();
        head.refused().forEach((outcome, count) -> {
            if (count > 0 && outcome != Outcome.SAME) {
                errors.put(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), count);
            }
        });
        put(errors, "log-writes", head.log().writeFailures());
        put(errors, "log-syncs", head.log().syncFailures());
        put(errors, "damaged-chunks", head.damagedChunks() + stats.damagedReads());
        put(errors, "damaged-log-bytes", start.log().damagedBytes());
        put(errors, "torn-log-bytes", start.log().tornBytes());
        put(errors, "lost-samples", start.lost());
        put(errors, "damaged-blocks", stats.damagedBlocks());
        return errors;
    }

    private static void put(Map<String, Long> errors, String kind, long count) {
        if (count > 0) {
            errors.put(kind, count);
        }
    }
}

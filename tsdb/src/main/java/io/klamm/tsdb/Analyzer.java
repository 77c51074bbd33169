package io.klamm.tsdb;

import io.klamm.model.series.CodePointOrder;
import io.klamm.model.series.Labels;
import io.klamm.storage.StoreAnalysis;
import io.klamm.tsdb.block.Block;
import io.klamm.tsdb.block.BlockMeta;
import io.klamm.tsdb.head.Head;
import io.klamm.tsdb.head.HeadContents;
import io.klamm.tsdb.index.LabelIndex;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.IntIterator;

/** Counts what is in a store. For one use. */
final class Analyzer {

    private final Head head;
    private final List<Block> blocks;
    private final Set<Labels> series = new HashSet<>();
    private final Map<String, Long> metrics = new HashMap<>();
    private final Map<String, Map<String, Long>> values = new HashMap<>();

    Analyzer(Head head, List<Block> blocks) {
        this.head = head;
        this.blocks = blocks;
    }

    /** @param limit of every list at most so many, those with most first */
    StoreAnalysis analyze(int limit) {
        head.labels().forEach(this::count);
        for (Block block : blocks) {
            count(block.index());
        }
        HeadContents contents = head.contents();
        List<BlockMeta> metas = blocks.stream().map(Block::meta).toList();
        return new StoreAnalysis(
                series.size(),
                values.values().stream().mapToLong(Map::size).sum(),
                new StoreAnalysis.Head(
                        contents.series(),
                        contents.chunks(),
                        contents.samples(),
                        contents.sealedSamples(),
                        contents.chunkBytes()),
                head.stats().log().bytes(),
                Math.min(
                        contents.oldest(),
                        metas.stream().mapToLong(BlockMeta::from).min().orElse(Long.MAX_VALUE)),
                Math.max(
                        contents.newest(),
                        metas.stream().mapToLong(BlockMeta::to).max().orElse(Long.MIN_VALUE)),
                metas.stream()
                        .sorted(Comparator.comparingLong(BlockMeta::from))
                        .map(Analyzer::size)
                        .toList(),
                top(metrics, limit),
                top(valueCounts(), limit),
                top(valueBytes(), limit),
                top(pairs(), limit));
    }

    private static StoreAnalysis.BlockSize size(BlockMeta meta) {
        return new StoreAnalysis.BlockSize(
                meta.id().text(), meta.from(), meta.to(), meta.level(), meta.series(), meta.samples(), meta.bytes());
    }

    private void count(LabelIndex index) {
        for (IntIterator numbers = index.all().getIntIterator(); numbers.hasNext(); ) {
            count(index.labels(numbers.next()));
        }
    }

    private void count(Labels labels) {
        if (!series.add(labels)) {
            return;
        }
        metrics.merge(labels.metricName(), 1L, Long::sum);
        for (int i = 0; i < labels.size(); i++) {
            values.computeIfAbsent(labels.name(i), name -> new HashMap<>()).merge(labels.value(i), 1L, Long::sum);
        }
    }

    private Map<String, Long> valueCounts() {
        Map<String, Long> counts = new HashMap<>();
        values.forEach((name, of) -> counts.put(name, (long) of.size()));
        return counts;
    }

    private Map<String, Long> valueBytes() {
        Map<String, Long> bytes = new HashMap<>();
        values.forEach((name, of) -> bytes.put(
                name,
                of.keySet().stream()
                        .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
                        .sum()));
        return bytes;
    }

    private Map<String, Long> pairs() {
        Map<String, Long> pairs = new HashMap<>();
        values.forEach((name, of) -> of.forEach((value, count) -> pairs.put(name + "=" + value, count)));
        return pairs;
    }

    private static List<StoreAnalysis.Count> top(Map<String, Long> counts, int limit) {
        return counts.entrySet().stream()
                .map(entry -> new StoreAnalysis.Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(StoreAnalysis.Count::count)
                        .reversed()
                        .thenComparing(StoreAnalysis.Count::name, CodePointOrder.INSTANCE))
                .limit(limit)
                .toList();
    }
}

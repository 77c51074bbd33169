package io.klamm.web.prometheus;

import io.klamm.storage.StoreAnalysis;
import io.klamm.storage.StoreAnalysis.BlockSize;
import io.klamm.storage.StoreAnalysis.Count;
import java.util.List;

/** What is in the store, as JSON: Klamm's own form of it, and Prometheus's. */
final class AnalysisJson {

    private AnalysisJson() {}

    /** All of it; a time that is not known is left out. */
    static void write(JsonBytes json, StoreAnalysis analysis) {
        json.raw("{\"series\":")
                .number(analysis.series())
                .raw(",\"labelPairs\":")
                .number(analysis.labelPairs())
                .raw(",\"logBytes\":")
                .number(analysis.logBytes());
        if (analysis.oldest() <= analysis.newest()) {
            json.raw(",\"oldest\":")
                    .number(analysis.oldest())
                    .raw(",\"newest\":")
                    .number(analysis.newest());
        }
        json.raw(",\"head\":{\"series\":")
                .number(analysis.head().series())
                .raw(",\"chunks\":")
                .number(analysis.head().chunks())
                .raw(",\"samples\":")
                .number(analysis.head().samples())
                .raw(",\"sealedSamples\":")
                .number(analysis.head().sealedSamples())
                .raw(",\"sealedBytes\":")
                .number(analysis.head().sealedBytes())
                .raw("},\"blocks\":");
        TargetAnswers.array(json, analysis.blocks(), AnalysisJson::block);
        counts(json, "metrics", "count", analysis.metrics());
        counts(json, "labels", "count", analysis.labels());
        counts(json, "labelBytes", "count", analysis.labelBytes());
        counts(json, "pairs", "count", analysis.pairs());
        json.raw('}');
    }

    /** As {@code /status/tsdb} has it; its times are 0 while there is no sample. */
    static void writeStatus(JsonBytes json, StoreAnalysis analysis) {
        boolean any = analysis.oldest() <= analysis.newest();
        json.raw("{\"headStats\":{\"numSeries\":")
                .number(analysis.head().series())
                .raw(",\"numLabelPairs\":")
                .number(analysis.labelPairs())
                .raw(",\"chunkCount\":")
                .number(analysis.head().chunks())
                .raw(",\"minTime\":")
                .number(any ? analysis.oldest() : 0)
                .raw(",\"maxTime\":")
                .number(any ? analysis.newest() : 0)
                .raw('}');
        counts(json, "seriesCountByMetricName", "value", analysis.metrics());
        counts(json, "labelValueCountByLabelName", "value", analysis.labels());
        counts(json, "memoryInBytesByLabelName", "value", analysis.labelBytes());
        counts(json, "seriesCountByLabelValuePair", "value", analysis.pairs());
        json.raw('}');
    }

    private static void block(JsonBytes json, BlockSize block) {
        json.raw("{\"id\":")
                .text(block.id())
                .raw(",\"from\":")
                .number(block.from())
                .raw(",\"to\":")
                .number(block.to())
                .raw(",\"level\":")
                .number(block.level())
                .raw(",\"series\":")
                .number(block.series())
                .raw(",\"samples\":")
                .number(block.samples())
                .raw(",\"bytes\":")
                .number(block.bytes())
                .raw('}');
    }

    private static void counts(JsonBytes json, String field, String amount, List<Count> counts) {
        json.raw(",\"" + field + "\":");
        TargetAnswers.array(json, counts, (out, count) -> out.raw("{\"name\":")
                .text(count.name())
                .raw(",\"" + amount + "\":")
                .number(count.count())
                .raw('}'));
    }
}

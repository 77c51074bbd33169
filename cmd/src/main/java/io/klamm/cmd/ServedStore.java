package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.storage.StoreAnalysis;
import io.klamm.storage.StoreAnalysis.BlockSize;
import io.klamm.storage.StoreAnalysis.Count;
import io.klamm.storage.StoreAnalysis.Head;
import java.util.ArrayList;
import java.util.List;

/** What a running server says of its store. */
final class ServedStore {

    private ServedStore() {}

    static StoreAnalysis analysis(JsonNode data) {
        JsonNode head = data.path("head");
        return new StoreAnalysis(
                data.path("series").asLong(),
                data.path("labelPairs").asLong(),
                new Head(
                        head.path("series").asLong(),
                        head.path("chunks").asLong(),
                        head.path("samples").asLong(),
                        head.path("sealedSamples").asLong(),
                        head.path("sealedBytes").asLong()),
                data.path("logBytes").asLong(),
                data.path("oldest").asLong(Long.MAX_VALUE),
                data.path("newest").asLong(Long.MIN_VALUE),
                blocks(data.path("blocks")),
                counts(data.path("metrics")),
                counts(data.path("labels")),
                counts(data.path("labelBytes")),
                counts(data.path("pairs")));
    }

    private static List<BlockSize> blocks(JsonNode rows) {
        List<BlockSize> blocks = new ArrayList<>();
        rows.forEach(row -> blocks.add(new BlockSize(
                row.path("id").asText(),
                row.path("from").asLong(),
                row.path("to").asLong(),
                row.path("level").asInt(),
                row.path("series").asLong(),
                row.path("samples").asLong(),
                row.path("bytes").asLong())));
        return blocks;
    }

    private static List<Count> counts(JsonNode rows) {
        List<Count> counts = new ArrayList<>();
        rows.forEach(row -> counts.add(
                new Count(row.path("name").asText(), row.path("count").asLong())));
        return counts;
    }
}

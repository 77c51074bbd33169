package io.klamm.storage.remote.send;

import io.klamm.model.series.Metadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the log has said of metric families, of so many at most, and what of it has not been sent yet. For one thread. */
final class KnownMetadata {

    private static final int MOST = 100_000;
    private static final List<String> ENDINGS = List.of("_bucket", "_count", "_sum", "_gcount", "_gsum");

    private final Map<String, Metadata> known = new HashMap<>();
    private final TreeMap<String, Metadata> news = new TreeMap<>();

    void add(String family, Metadata metadata) {
        if (known.size() >= MOST && !known.containsKey(family)) {
            return;
        }
        if (!metadata.equals(known.put(family, metadata))) {
            news.put(family, metadata);
        }
    }

    /** Of the family of a series. */
    @Nullable
    Metadata of(String series) {
        Metadata own = known.get(series);
        if (own != null || known.isEmpty()) {
            return own;
        }
        for (String ending : ENDINGS) {
            if (series.endsWith(ending)) {
                return known.get(series.substring(0, series.length() - ending.length()));
            }
        }
        return null;
    }

    /** What has not been given out yet, of so many families at most; who takes it has it sent. */
    Map<String, Metadata> takeNews(int most) {
        Map<String, Metadata> taken = new TreeMap<>();
        while (!news.isEmpty() && taken.size() < most) {
            Map.Entry<String, Metadata> first = news.pollFirstEntry();
            taken.put(first.getKey(), first.getValue());
        }
        return taken;
    }

    boolean hasNews() {
        return !news.isEmpty();
    }
}

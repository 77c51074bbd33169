package io.klamm.cmd.store;

import io.klamm.config.ByteSize;
import io.klamm.config.Section;
import io.klamm.promql.ast.Durations;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.storage.remote.send.SendConfig;
import io.klamm.tsdb.TsdbSettings;
import io.klamm.tsdb.block.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where time series are kept, and how long: the section {@code storage}.
 *
 * @param mode who keeps what is older than the newest hours
 * @param local the embedded store
 * @param remotes stores elsewhere
 * @param adminApi whether series may be deleted and snapshots made by HTTP
 */
public record StoreSettings(Mode mode, TsdbSettings local, RemoteSettings remotes, boolean adminApi) {

    /** Below the data directory. */
    private static final String DIRECTORY = "metrics";

    /** What a cluster has not taken yet must still be here; a block is cut from two hours. */
    private static final Duration BUFFER = Duration.ofHours(6);

    /** Who keeps the samples. */
    public enum Mode {
        /** The embedded store; what goes elsewhere is a copy. */
        LOCAL,
        /** A cluster elsewhere; the embedded store is a buffer of the newest hours. */
        REMOTE
    }

    /** What holds where nothing is said: everything is kept here, for 15 days. */
    public static StoreSettings usual(Path dataDir) {
        return new StoreSettings(Mode.LOCAL, TsdbSettings.of(dataDir.resolve(DIRECTORY)), RemoteSettings.NONE, false);
    }

    /**
     * Reads the section; every problem is noted in it.
     *
     * @param dataDir below which files are kept if the section does not say where
     * @param prometheus a prometheus.yml, whose remote stores are used as well
     */
    public static StoreSettings bind(Section section, Path dataDir, Optional<PrometheusFile> prometheus) {
        Mode mode = section.choice("mode", List.of(Mode.values()), Mode.LOCAL);
        TsdbSettings local = TsdbSettings.bind(section, dataDir.resolve(DIRECTORY));
        if (mode == Mode.REMOTE && !section.section("retention").has("time")) {
            local = local.withRetention(
                    new Retention(BUFFER.toMillis(), local.retention().bytes()));
        }
        RemoteSettings remotes = remotes(section, prometheus);
        if (mode == Mode.REMOTE && remotes.writes().isEmpty()) {
            section.problem("remote-write", "none (expected: at least one, where mode is remote)");
        }
        if (mode == Mode.REMOTE && remotes.reads().isEmpty()) {
            section.problem("remote-read", "none (expected: at least one, where mode is remote)");
        }
        return new StoreSettings(mode, local, remotes, section.bool("admin-api", false));
    }

    private static RemoteSettings remotes(Section section, Optional<PrometheusFile> prometheus) {
        RemoteSettings own = RemoteSettings.bind(section);
        if (prometheus.isEmpty()) {
            return own;
        }
        try {
            RemoteSettings all = own.with(prometheus.get());
            long names = all.writes().stream().map(SendConfig::name).distinct().count();
            if (names < all.writes().size()) {
                section.problem("remote-write", "a name that the prometheus.yml has too (expected: a name for each)");
                return own;
            }
            return all;
        } catch (IOException e) {
            section.problem("a secret of the prometheus.yml: " + e.getMessage());
            return own;
        }
    }

    /** How long samples are kept, and how many bytes at most, as Prometheus says it: {@code 15d or 10GiB}. */
    public String retention() {
        Retention retention = local.retention();
        String time = retention.millis() == 0 ? "" : Durations.format(retention.millis());
        String size = retention.bytes() == 0
                ? ""
                : ByteSize.ofBytes(retention.bytes()).toString();
        return time.isEmpty() || size.isEmpty() ? time + size : time + " or " + size;
    }
}

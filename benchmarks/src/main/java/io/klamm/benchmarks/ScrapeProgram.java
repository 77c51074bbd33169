package io.klamm.benchmarks;

import io.klamm.discovery.group.BrokerList;
import io.klamm.scrape.ScrapeManager;
import io.klamm.scrape.config.PrometheusFile;
import io.klamm.tsdb.TsdbSettings;
import io.klamm.tsdb.TsdbStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Klamm's scraping and its store and nothing else, as a process of its own: until the end of its input it does what a prometheus.yml says. */
final class ScrapeProgram {

    private ScrapeProgram() {}

    /** Arguments: the prometheus.yml, and the store's directory. */
    public static void main(String[] args) throws IOException {
        Clock clock = Clock.systemUTC();
        try (TsdbStorage store = TsdbStorage.open(TsdbSettings.of(Path.of(args[1])), clock);
                ScrapeManager manager = new ScrapeManager(clock, store, BrokerList.none(), "benchmark")) {
            manager.apply(PrometheusFile.read(Path.of(args[0])).orThrow());
            while (System.in.read() >= 0) {
                System.out.println(manager.view().counts());
                System.out.println(manager.view().pools());
            }
        }
    }
}

package io.klamm.scrape.pool;

import io.klamm.discovery.SourceStatus;
import io.klamm.model.series.Labels;
import io.klamm.scrape.config.ScrapeConfig;
import io.klamm.scrape.relabel.Relabelling;
import java.util.List;

/** What can be seen of scraping. Answers are snapshots and wait for nothing; safe from any thread. */
public interface ScrapeView {

    /** All jobs with their targets, by name. */
    List<PoolView> pools();

    /** What the pages of all targets say of their metric families. */
    List<TargetMetadata> metadata();

    /** What each rule of a job's relabelling does with labels that were discovered; nothing if there is no such job. */
    List<Relabelling.Step> relabelSteps(String job, Labels discovered);

    /** The jobs as they are configured, by name. */
    List<ScrapeConfig> configs();

    /** How the sources of targets fare. */
    List<SourceStatus> discovery();

    /** What all scrapes came to since the start. */
    ScrapeCounts counts();
}

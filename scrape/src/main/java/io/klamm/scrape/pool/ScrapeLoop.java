package io.klamm.scrape.pool;

import io.klamm.discovery.client.Fetched;
import io.klamm.discovery.client.HttpRequestSpec;
import io.klamm.model.series.Metadata;
import io.klamm.scrape.pool.ReportSeries.Report;
import io.klamm.scrape.series.PageResult;
import io.klamm.scrape.series.PageWriter;
import io.klamm.scrape.targets.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scrapes one target again and again.
 *
 * <p>The question is sent from a timer, the answer is waited for by nobody, and the page is read by a worker. While an answer is out, the times that come
 * by are skipped; so a target that hangs costs its own samples, and no thread.
 */
final class ScrapeLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ScrapeLoop.class);
    private static final int OK = 200;

    private final Target target;
    private final JobSetup setup;
    private final PageWriter writer;
    private final ReportSeries report;
    private final Schedule schedule;
    private final HttpRequestSpec request;

    private volatile TargetStatus status = TargetStatus.NEW;

    /** Not to be given up: a page is under way, or the loop before this one has not let go of the writer. */
    private boolean busy = true;

    private boolean stopped;
    private Runnable afterStop = () -> {};
    private Runnable timer = () -> {};
    private CompletableFuture<Fetched> answer = CompletableFuture.completedFuture(new Fetched.Failed(""));

    ScrapeLoop(Target target, JobSetup setup, PageWriter writer) {
        this.target = target;
        this.setup = setup;
        this.writer = writer;
        this.report = new ReportSeries(writer, target.labels(), target.timeout(), setup.config());
        this.schedule = Schedule.of(target, setup.context().seed());
        this.request = setup.request(target);
    }

    Target target() {
        return target;
    }

    TargetStatus status() {
        return status;
    }

    Map<String, Metadata> metadata() {
        return writer.metadata();
    }

    PageWriter writer() {
        return writer;
    }

    /** Begins, once nobody else uses the writer; a loop that was stopped before that ends here. */
    void start(TargetStatus before) {
        status = before;
        free();
        scheduleNext();
    }

    private synchronized void scheduleNext() {
        if (!stopped) {
            Duration delay = schedule.untilNext(now());
            timer = setup.context().timers().after(delay, this::tick);
        }
    }

    private long now() {
        return setup.context().clock().millis();
    }

    private void tick() {
        long timestamp = schedule.timestamp(now());
        long began = setup.context().nanos().getAsLong();
        scheduleNext();
        synchronized (this) {
            if (stopped) {
                return;
            }
            if (busy) {
                status = status.skip();
                return;
            }
            busy = true;
        }
        ask(timestamp, began);
    }

    private void ask(long timestamp, long began) {
        String forced = setup.forcedError();
        CompletableFuture<Fetched> asked =
                forced.isEmpty() ? fetch() : CompletableFuture.completedFuture(new Fetched.Failed(forced));
        synchronized (this) {
            answer = asked;
        }
        CompletableFuture<Void> unused = asked.exceptionally(failure -> new Fetched.Failed(String.valueOf(failure)))
                .thenAccept(fetched -> setup.context().workers().execute(() -> take(fetched, timestamp, began)));
    }

    private CompletableFuture<Fetched> fetch() {
        try {
            return setup.fetcher().fetch(request);
        } catch (RuntimeException e) {
            LOG.error("scrape of {} could not begin", target.url(), e);
            return CompletableFuture.completedFuture(new Fetched.Failed(String.valueOf(e.getMessage())));
        }
    }

    private void take(Fetched fetched, long timestamp, long began) {
        try {
            if (!isStopped()) {
                write(fetched, timestamp, began);
            }
        } catch (RuntimeException e) {
            LOG.error("scrape of {} failed", target.url(), e);
        } finally {
            free();
        }
    }

    private void free() {
        Runnable last;
        synchronized (this) {
            busy = false;
            last = stopped ? afterStop : () -> {};
        }
        last.run();
    }

    private void write(Fetched fetched, long timestamp, long began) {
        Desk desk = setup.desks().take();
        try {
            String error = unpack(fetched, desk);
            PageResult page = error.isEmpty() ? page((Fetched.Answer) fetched, desk, timestamp) : nothing(timestamp);
            String problem = error.isEmpty() ? page.problem() : error;
            long bytes = error.isEmpty() ? desk.length() : 0;
            Duration took = Duration.ofNanos(setup.context().nanos().getAsLong() - began);
            report.write(new Report(problem.isEmpty(), took, page, bytes));
            boolean logged = writer.commit().logged();
            tell(problem, Instant.ofEpochMilli(timestamp), took, page, bytes);
            setup.counters().count(page, problem, logged);
        } finally {
            setup.desks().giveBack(desk);
        }
    }

    private PageResult page(Fetched.Answer fetched, Desk desk, long timestamp) {
        return writer.write(desk.reader(setup.format(fetched.header("Content-Type"))), timestamp);
    }

    private PageResult nothing(long timestamp) {
        writer.writeNothing(timestamp);
        return PageResult.NONE;
    }

    /** Why there is no page; empty if it lies on the desk. */
    private String unpack(Fetched fetched, Desk desk) {
        if (fetched instanceof Fetched.Failed failed) {
            return failed.reason();
        }
        Fetched.Answer given = (Fetched.Answer) fetched;
        if (given.status() != OK) {
            return "server returned HTTP status " + given.statusText();
        }
        String type = setup.refusedType(given.header("Content-Type"));
        if (!type.isEmpty()) {
            return type;
        }
        try {
            desk.unpack(given, setup.mostBytes());
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void tell(String problem, Instant when, Duration took, PageResult page, long bytes) {
        TargetStatus before = status;
        if (!problem.equals(before.lastError()) && !problem.isEmpty()) {
            LOG.warn("scrape of {} failed: {}", target.url(), problem);
        }
        status = new TargetStatus(
                problem.isEmpty() ? Health.UP : Health.DOWN,
                when,
                took,
                problem,
                page,
                bytes,
                before.scrapes() + 1,
                before.failures() + (problem.isEmpty() ? 0 : 1),
                before.skipped());
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /**
     * Ends the loop; what is under way is given up.
     *
     * @param whenIdle run once, when the writer is no longer in use
     */
    void stop(Runnable whenIdle) {
        boolean idle;
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            timer.run();
            afterStop = whenIdle;
            idle = !busy;
            boolean unused = answer.cancel(true);
        }
        if (idle) {
            whenIdle.run();
        }
    }

    /** Ends all series of a target that is gone, as of the time at which it would have been scraped next; for a worker, after {@link #stop}. */
    void end(long timestamp) {
        writer.writeNothing(timestamp);
        report.writeStale();
        setup.counters().count(writer.commit());
        writer.close();
    }

    /** How long it is to the time at which the target would be scraped next. */
    Duration untilNext() {
        return schedule.untilNext(now());
    }
}

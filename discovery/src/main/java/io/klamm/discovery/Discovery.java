package io.klamm.discovery;

import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.SourceContext;
import io.klamm.discovery.timing.Timers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the targets of all jobs, each source on its own clock, and tells a listener of changes.
 *
 * <p>{@link #apply} may be called again with other jobs: sources that stay keep what they know. Safe from any thread.
 */
public final class Discovery implements AutoCloseable {

    private final SourceContext context;
    private final Timers timers;
    private final GroupsListener listener;

    private final Map<SourceConfig, Polling> sources = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private Map<String, List<SourceConfig>> jobs = Map.of();

    /** A discovery that looks for nothing yet. */
    public Discovery(SourceContext context, Timers timers, GroupsListener listener) {
        this.context = context;
        this.timers = timers;
        this.listener = listener;
    }

    /**
     * Looks for the targets of these jobs from now on. Jobs whose sources are known already are told of at once.
     *
     * @param wanted by name, in their order
     */
    public void apply(Map<String, List<SourceConfig>> wanted) {
        Set<SourceConfig> added = new LinkedHashSet<>();
        synchronized (this) {
            jobs = new LinkedHashMap<>(wanted);
            Set<SourceConfig> configs = new LinkedHashSet<>();
            wanted.values().forEach(configs::addAll);
            closeAllBut(configs);
            told.retainAll(wanted.keySet());
            for (SourceConfig config : configs) {
                if (!sources.containsKey(config)) {
                    sources.put(config, polling(config));
                    added.add(config);
                }
            }
            wanted.keySet().forEach(this::tell);
        }
        added.forEach(this::look);
    }

    private Polling polling(SourceConfig config) {
        return new Polling(config.open(context), timers, context.clock(), () -> changed(config));
    }

    private void look(SourceConfig config) {
        Polling polling;
        synchronized (this) {
            polling = sources.get(config);
        }
        if (polling != null) {
            polling.look();
        }
    }

    private void closeAllBut(Set<SourceConfig> kept) {
        sources.entrySet().removeIf(source -> {
            boolean gone = !kept.contains(source.getKey());
            if (gone) {
                source.getValue().close();
            }
            return gone;
        });
    }

    private synchronized void changed(SourceConfig config) {
        jobs.forEach((job, configs) -> {
            if (configs.contains(config)) {
                tell(job);
            }
        });
    }

    /** A job whose targets are known waits for its new sources, for until they answer it would seem to have lost targets. */
    private void tell(String job) {
        List<Polling> pollings = jobs.getOrDefault(job, List.of()).stream()
                .flatMap(config -> Stream.ofNullable(sources.get(config)))
                .toList();
        boolean complete = pollings.stream().allMatch(Polling::looked);
        if (complete || !told.contains(job)) {
            told.add(job);
            listener.groups(
                    job,
                    pollings.stream()
                            .flatMap(polling -> polling.groups().stream())
                            .toList());
        }
    }

    /** How each source fares. */
    public synchronized List<SourceStatus> status() {
        return sources.entrySet().stream()
                .map(source -> source.getValue().status(jobsOf(source.getKey())))
                .toList();
    }

    private List<String> jobsOf(SourceConfig config) {
        return jobs.entrySet().stream()
                .filter(job -> job.getValue().contains(config))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized void close() {
        jobs = Map.of();
        closeAllBut(Set.of());
    }
}

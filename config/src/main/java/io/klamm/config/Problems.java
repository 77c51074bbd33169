package io.klamm.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers all problems of one or more files, each once, so that they can be told together. Not for use by several threads. */
public final class Problems {

    /** More than this helps nobody, and a large file of nonsense must not fill the memory. */
    private static final int MOST = 1_000;

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Adds a problem; after the first thousand only the fact that there are more. */
    public void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        } else if (found.size() == MOST && !found.contains(problem)) {
            found.add(new Problem(
                    problem.file(), 0, 0, "", "more than " + MOST + " problems (the rest is left out)", null));
        }
    }

    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    int count() {
        return found.size();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All problems so far, ordered by file and line. */
    public List<Problem> sorted() {
        return found.stream().sorted().toList();
    }

    /** One line for each problem, ordered by file and line. */
    @Override
    public String toString() {
        return String.join("\n", sorted().stream().map(Problem::text).toList());
    }
}

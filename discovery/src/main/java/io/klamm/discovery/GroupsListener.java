package io.klamm.discovery;

import io.klamm.discovery.group.TargetGroup;
import java.util.List;

/** Is told where a job's targets are, whenever that changes. */
@FunctionalInterface
public interface GroupsListener {

    /**
     * Takes all groups of a job; those told before no longer count. Called by one thread at a time.
     *
     * @param job its name
     */
    void groups(String job, List<TargetGroup> groups);
}

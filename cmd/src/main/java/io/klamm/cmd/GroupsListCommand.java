package io.klamm.cmd;

import io.klamm.kafka.ClusterReader;
import io.klamm.kafka.NameFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code klamm groups list}: from a running server ({@code --url}), the worst first, or straight from the brokers, by name. */
@Command(
        name = "list",
        description = "All groups with type, state, members and lag; with --url also the verdict, the worst first.")
final class GroupsListCommand extends Subcommand {

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final ClusterOptions served = new ClusterOptions();

    @Override
    public Integer call() {
        if (served.given()) {
            ServedCluster cluster = served.cluster(System.getenv());
            print(GroupRows.table(cluster.all("/groups?sort=verdict&order=desc", "groups")));
            return 0;
        }
        try (ClusterReader reader = OneReading.reader(kafka, NameFilter.all(), NameFilter.all())) {
            print(GroupRows.table(GroupRows.of(OneReading.of(reader, err()).lag())));
            err().println(OneReading.CANNOT_JUDGE);
        }
        return 0;
    }
}

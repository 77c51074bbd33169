package io.klamm.cmd;

import io.klamm.cmd.text.GroupText;
import io.klamm.kafka.ClusterReader;
import io.klamm.kafka.NameFilter;
import io.klamm.model.GroupLag;
import io.klamm.model.verdict.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code klamm groups describe}: from a running server ({@code --url}), with the verdict and its reasons, or straight from the brokers. */
@Command(
        name = "describe",
        description =
                "One group: its lag on every partition and who reads it; with --url also the verdict and its reasons.")
final class GroupsDescribeCommand extends Subcommand {

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final ServedGroup group = new ServedGroup();

    @Override
    public Integer call() {
        Language words = group.language();
        String name = group.name();
        if (group.given()) {
            print(GroupText.describe(group.detail(), words));
            return 0;
        }
        try (ClusterReader reader = OneReading.reader(kafka, NameFilter.all(), OneReading.only(name))) {
            GroupLag lag = OneReading.of(reader, err()).lag().groups().stream()
                    .filter(found -> found.group().id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UserException(
                            "group: " + name + " (expected: one that exists; klamm groups list shows all)"));
            print(GroupText.describe(LagRows.detail(lag), words));
            err().println(OneReading.CANNOT_JUDGE);
        }
        return 0;
    }
}

package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.cmd.text.GroupText;
import io.klamm.kafka.ClusterReader;
import io.klamm.kafka.NameFilter;
import io.klamm.model.GroupLag;
import io.klamm.model.verdict.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code klamm groups describe}: from a running server ({@code --url}), with the verdict and its reasons, or straight from the brokers. */
@Command(
        name = "describe",
        description =
                "One group: its lag on every partition and who reads it; with --url also the verdict and its reasons.")
final class GroupsDescribeCommand extends Subcommand {

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final ClusterOptions served = new ClusterOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Parameters(index = "0", paramLabel = "NAME", description = "group id")
    private String name;

    @Override
    public Integer call() {
        Language words = language.language(System.getenv());
        if (served.given()) {
            JsonNode detail = served.cluster(System.getenv()).get("/groups/" + ServerApi.segment(name));
            print(GroupText.describe(detail, words));
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

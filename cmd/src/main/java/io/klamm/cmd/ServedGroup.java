package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import io.klamm.model.verdict.Language;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One group of a cluster of a running server, and in which language it is spoken of. */
final class ServedGroup {

    @Mixin
    private final ClusterOptions served = new ClusterOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Parameters(index = "0", paramLabel = "GROUP", description = "group id")
    private String name;

    String name() {
        return name;
    }

    /** Whether a server is named, so that it is to be asked and not the brokers. */
    boolean given() {
        return served.given();
    }

    Language language() {
        return language.language(System.getenv());
    }

    /** What the server says of the group, in the form of the API's {@code GroupDetail}. */
    JsonNode detail() {
        return served.cluster(System.getenv()).get("/groups/" + ServerApi.segment(name));
    }
}

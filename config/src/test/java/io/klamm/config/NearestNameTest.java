package io.klamm.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> KNOWN =
            List.of("interval", "include", "exclude", "bootstrap-servers", "name", "port");

    @ParameterizedTest
    @CsvSource({
        "intervall, interval",
        "intrval, interval",
        "itnerval, interval",
        "Interval, interval",
        "bootstrapServers, bootstrap-servers",
        "bootstrap_servers, bootstrap-servers",
        "bootstrap-server, bootstrap-servers",
        "inculde, include",
        "nmae, name",
        "prt, port"
    })
    void of_slips_theNameMeant(String written, String meant) {
        assertThat(NearestName.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"timeout", "x", "이름", "portrait-mode"})
    void of_otherWords_nothing(String written) {
        assertThat(NearestName.of(written, KNOWN)).isEmpty();
    }

    @Test
    void of_veryLongName_nothing() {
        assertThat(NearestName.of("interval".repeat(10_000), KNOWN)).isEmpty();
        assertThat(NearestName.of("", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, abcd, 1", "abc, xyz, 3", "ca, abc, 3", "'', abc, 3"})
    void distance_pairs_slips(String a, String b, int slips) {
        assertThat(NearestName.distance(a, b)).isEqualTo(slips);
        assertThat(NearestName.distance(b, a)).isEqualTo(slips);
    }
}

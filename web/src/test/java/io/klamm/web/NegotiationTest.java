package io.klamm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                             | false",
                "*/*                                                            | false",
                "text/plain                                                     | false",
                "text/html,application/xhtml+xml,*/*;q=0.8                      | false",
                "application/openmetrics-text                                   | true",
                "application/openmetrics-text;version=1.0.0                     | true",
                "application/openmetrics-text; version=\"1.0.0\"                | true",
                "APPLICATION/OpenMetrics-Text;version=1.0.0,*/*;q=0.1           | true",
                "application/openmetrics-text;version=2.0.0                     | false",
                "application/openmetrics-text;version=0.0.1                     | false",
                "application/openmetrics-text;q=0                               | false",
                "application/openmetrics-text;q=0.5,text/plain                  | false",
                "application/openmetrics-text;q=0.5,text/plain;q=0.5            | true",
                "application/openmetrics-text;q=0.5,text/plain;q=0.2,*/*;q=0.9  | true",
                "application/openmetrics-text;q=nonsense,text/plain;q=0.1       | false",
                "application/json                                               | false",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 | true",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,text/plain;version=0.0.4;q=0.3,*/*;q=0.1 | false",
            })
    void openMetrics_byAccept(String accept, boolean expected) {
        assertThat(Negotiation.openMetrics(accept)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | identity",
                "gzip                      | gzip",
                "GZIP                      | gzip",
                "gzip, deflate, br         | br",
                "gzip;q=1.0, br;q=0.5      | gzip",
                "deflate                   | identity",
                "gzip;q=0                  | identity",
                "identity                  | identity",
                "identity;q=1, gzip;q=0.5  | identity",
                "identity;q=0.5, gzip      | gzip",
                "gzip;q=0.001              | gzip",
                "*                         | br",
                "*;q=0, gzip               | gzip",
                "br;q=0, *                 | gzip",
                "gzip;q=2                  | identity",
                "gzip;;q=1,,               | gzip",
                "gzip;q=                   | identity",
            })
    void encoding_byAcceptEncoding(String header, String expected) {
        assertThat(Negotiation.encoding(header, List.of("br", "gzip"))).isEqualTo(expected);
    }

    @Test
    void html_onlyWhenNamed() {
        assertThat(Negotiation.html("text/html,*/*;q=0.8")).isTrue();
        assertThat(Negotiation.html("*/*")).isFalse();
        assertThat(Negotiation.html("text/html;q=0")).isFalse();
        assertThat(Negotiation.html(null)).isFalse();
    }
}

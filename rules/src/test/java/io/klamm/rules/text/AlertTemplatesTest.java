package io.klamm.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.promql.engine.Engine;
import io.klamm.promql.engine.EngineSettings;
import io.klamm.rules.group.Queries;
import io.klamm.storage.memory.MemoryStorage;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTemplatesTest {

    private final MemoryStorage store = new MemoryStorage();
    private final Queries queries = new Queries(new Engine(EngineSettings.standard(), store, System::nanoTime), store);
    private final AlertTemplates templates =
            new AlertTemplates(new PrometheusTexts(queries, "http://klamm"), Labels.of("region", "kr"), "http://klamm");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plain ; plain",
                "{{ $labels.group }} of {{ .Labels.job }} ; a of kafka",
                "{{ $labels.none }}! ; !",
                "{{ $value }} ; 1.5e+06",
                "{{ printf \"%.0f\" $value }} ; 1500000",
                "{{ $externalLabels.region }} {{ $externalURL }} ; kr http://klamm",
                "{{ $value | humanize }} ; 1.5M",
                "{{ with query \"vector(7)\" }}{{ . | first | value }}{{ end }} ; 7",
                "{{ externalURL }} {{ now }} ; http://klamm 0",
                "{{ if gt $value 1e3 }}much{{ end }} ; much"
            })
    void expand_variables_theirValues(String template, String expected) {
        assertThat(expand(template)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ $label.foo }} ; <error expanding template: error parsing template __alert_Lag: template: __alert_Lag:1: ",
                "{{ query \"sum(\" }} ; <error expanding template: error executing template __alert_Lag: template: __alert_Lag:1:",
                "{{ index $value 1 }} ; <error expanding template: error executing template __alert_Lag: template: __alert_Lag:1:"
            })
    void expand_badTemplate_saysWhy(String template, String begin) {
        assertThat(expand(template)).startsWith(begin).endsWith(">");
    }

    private String expand(String template) {
        Labels series = Labels.of("__name__", "lag", "group", "a", "job", "kafka");
        return templates.expand("Lag", template, series, 1.5e6, Instant.EPOCH);
    }
}

package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What Prometheus's API answered: its data, and what it warns of. */
record PrometheusAnswer(JsonNode data, List<String> warnings) {

    PrometheusAnswer {
        warnings = List.copyOf(warnings);
    }
}

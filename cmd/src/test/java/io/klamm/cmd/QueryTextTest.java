package io.klamm.cmd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class QueryTextTest {

    private static final String VECTOR = """
            {"resultType":"vector","result":[
              {"metric":{"__name__":"up","job":"kafka"},"value":[1750000000.5,"1"]},
              {"metric":{"job":"=cmd(),\\"x\\""},"value":[1750000000.5,"+Inf"]}]}""";

    private static final String MATRIX = """
            {"resultType":"matrix","result":[
              {"metric":{"__name__":"lag"},"values":[[1750000000,"1"],[1750000030,"4"],[1750000060,"0.5"]]}]}""";

    @Test
    void table_vector_isARowASeries() throws Exception {
        assertThat(text(VECTOR).table().lines())
                .containsExactly(
                        "SERIES                VALUE",
                        "up{job=\"kafka\"}           1",
                        "{job=\"=cmd(),\\\"x\\\"\"}   +Inf");
    }

    @Test
    void table_matrix_sumsUpEachSeries() throws Exception {
        assertThat(text(MATRIX).table()).contains("SAMPLES", "lag", "3", "0.5000", "1.833", "4");
    }

    @Test
    void csv_labels_areColumnsAndNoFormulas() throws Exception {
        assertThat(text(VECTOR).csv()).isEqualTo("""
                        metric,job,time,value
                        up,kafka,2025-06-15T15:06:40.500Z,1
                        ,"'=cmd(),""x""\",2025-06-15T15:06:40.500Z,+Inf
                        """);
    }

    @Test
    void graph_matrix_hasItsTimesBelow() throws Exception {
        Instant start = Instant.ofEpochSecond(1_750_000_000);
        String graph = text(MATRIX).graph(start, start.plusSeconds(60), Duration.ofSeconds(30), ZoneOffset.UTC, false);

        assertThat(graph).contains("15:06:40", "15:07:40", "4 ┤", "0.5000 ┤", "   lag\n");
    }

    @Test
    void of_scalar_isOneLineWithoutLabels() throws Exception {
        assertThat(text("{\"resultType\":\"scalar\",\"result\":[1750000000,\"2\"]}")
                        .csv())
                .isEqualTo("time,value\n2025-06-15T15:06:40Z,2\n");
    }

    private static QueryText text(String data) throws Exception {
        return new QueryText(QueryAnswer.of(new ObjectMapper().readTree(data)));
    }
}

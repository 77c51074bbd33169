package io.klamm.scrape.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.klamm.model.series.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/metrics/job/backup | {job=\"backup\"}",
                "/metrics/job/backup/ | {job=\"backup\"}",
                "/metrics/job/backup/instance/b1/dc/x | {dc=\"x\", instance=\"b1\", job=\"backup\"}",
                "/metrics/job/a%20b%E2%82%AC+c | {job=\"a b€+c\"}",
                "/metrics/job/first/job/second | {job=\"first\"}",
                "/metrics/job@base64/YS9i | {job=\"a/b\"}",
                "/metrics/job@base64/YS9iLw== | {job=\"a/b/\"}",
                "/metrics/job@base64/YS9iLw | {job=\"a/b/\"}",
                "/metrics/job/t/path@base64/L3Zhci90bXA | {job=\"t\", path=\"/var/tmp\"}",
                "/metrics/job/t/empty@base64/= | {job=\"t\"}",
                "/metrics/job/t/empty/ | {job=\"t\"}",
                "/metrics/job/t/name/%CE%A0%CF%81 | {job=\"t\", name=\"Πρ\"}",
                "/metrics/job/t/name@base64/zqDPgQ== | {job=\"t\", name=\"Πρ\"}"
            })
    void labels_path_namesTheGroup(String path, String expected) throws PushRefusedException {
        assertThat(GroupPath.labels(path)).hasToString(expected);
    }

    @Test
    void labels_base64ForUrls_isUnderstood() throws PushRefusedException {
        assertThat(GroupPath.labels("/metrics/job@base64/Pz8_Pj4-")).isEqualTo(Labels.of("job", "???>>>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/metrics/job/ | 400 | job name is required",
                "/metrics/job@base64/= | 400 | job name is required",
                "/metrics/job/t/instance | 400 | odd number of components in label string \"job/t/instance\" (expected: a value for each label)",
                "/metrics/job/a%2Fb | 400 | odd number of components in label string \"job/a/b\" (expected: a value for each label)",
                "/metrics/job/t/__name__/x | 400 | improper label name \"__name__\"",
                "/metrics/job/t/a-b/x | 400 | improper label name \"a-b\"",
                "/metrics/job/t/a@base64/! | 400 | cannot decode base64 value \"!\" of label a@base64 (expected: UTF-8 in base64 for URLs)",
                "/metrics/job/t/a@base64/_w | 400 | cannot decode base64 value \"_w\" of label a@base64 (expected: UTF-8 in base64 for URLs)",
                "/metrics/job/%zz | 400 | path: /metrics/job/%zz (expected: percent-encoded)",
                "/metrics | 404 | path: /metrics (expected: /metrics/job/<job>{/<label>/<value>})",
                "/metrics/jobs/a | 404 | path: /metrics/jobs/a (expected: /metrics/job/<job>{/<label>/<value>})"
            })
    void labels_badPath_saysWhy(String path, int status, String text) {
        assertThatThrownBy(() -> GroupPath.labels(path))
                .isInstanceOfSatisfying(PushRefusedException.class, refused -> assertThat(refused.answer())
                        .isEqualTo(new PushAnswer(status, text)));
    }
}

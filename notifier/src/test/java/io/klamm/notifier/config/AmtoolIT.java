package io.klamm.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are good and bad as Alertmanager's own tool says; skipped where there is none. */
class AmtoolIT {

    private static final String RECEIVERS = "receivers: [{name: a}, {name: b}]\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "route: {receiver: a}\n",
                "route: {receiver: c}\n",
                "route: {}\n",
                "route: {receiver: a, matchers: ['x=\"y\"']}\n",
                "route: {receiver: a, group_by: ['...']}\n",
                "route: {receiver: a, group_by: ['...', x]}\n",
                "route: {receiver: a, group_by: [x, x]}\n",
                "route: {receiver: a, group_interval: 0s}\n",
                "route: {receiver: a, repeat_interval: 0s}\n",
                "route: {receiver: a, group_wait: 0s}\n",
                "route: {receiver: a, routes: [{matchers: ['x=~\"(\"']}]}\n",
                "route: {receiver: a, routes: [{match: {x: y}, match_re: {z: 'a|b'}, continue: true}]}\n",
                "route: {receiver: a, routes: [{match_re: {z: '['}}]}\n",
                "route: {receiver: a, routes: [{receiver: c}]}\n",
                "route: {receiver: a, unknown: 1}\n",
                "route: {receiver: a, routes: [{mute_time_intervals: [t]}]}\n",
                "route: {receiver: a, routes: [{mute_time_intervals: [t]}]}\ntime_intervals: [{name: t, time_intervals: [{weekdays: ['monday:friday']}]}]\n",
                "route: {receiver: a, mute_time_intervals: [t]}\ntime_intervals: [{name: t, time_intervals: [{weekdays: ['monday:friday']}]}]\n",
                "route: {receiver: a}\ntime_intervals: [{name: t, time_intervals: [{weekdays: ['friday:monday']}]}]\n",
                "route: {receiver: a}\ntime_intervals: [{name: t, time_intervals: [{days_of_month: ['-3:-1', '1:31']}]}]\n",
                "route: {receiver: a}\ntime_intervals: [{name: t, time_intervals: [{days_of_month: ['0']}]}]\n",
                "route: {receiver: a}\ntime_intervals: [{name: t, time_intervals: [{times: [{start_time: '09:00', end_time: '24:00'}]}]}]\n",
                "route: {receiver: a}\ntime_intervals: [{name: t, time_intervals: [{times: [{start_time: '10:00', end_time: '09:00'}]}]}]\n",
                "route: {receiver: a}\ntime_intervals: [{name: t}]\nmute_time_intervals: [{name: t}]\n",
                "route: {receiver: a}\ninhibit_rules: [{source_matchers: ['a=\"b\"'], target_matchers: ['c=\"d\"'], equal: [x]}]\n",
                "route: {receiver: a}\ninhibit_rules: [{source_matchers: ['a'], target_matchers: ['c=\"d\"']}]\n",
            })
    void bind_anyFile_isAsGoodAsAmtoolSays(String yaml) throws Exception {
        assumeTrue(onPath("amtool"), "amtool: not on the PATH (expected: Debian's prometheus-alertmanager)");
        Path file = directory.resolve("alertmanager.yml");
        Files.writeString(file, yaml + RECEIVERS);

        assertThat(ConfigFile.read(yaml + RECEIVERS).problems().isEmpty())
                .as(yaml)
                .isEqualTo(amtoolAccepts(file));
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(part -> Files.isExecutable(Path.of(part, program)));
    }

    private static boolean amtoolAccepts(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("amtool", "check-config", file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0;
    }
}

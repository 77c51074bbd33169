package io.klamm.cmd.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.cmd.alerting.AlertingSettings;
import io.klamm.cmd.store.StoreSettings;
import io.klamm.web.BurrowConfig;
import io.klamm.web.MetricsProfile;
import io.klamm.web.WebConfig;
import io.klamm.web.burrow.BurrowOptions;
import io.klamm.web.prometheus.Origins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastingSettingsTest {

    private static ServerSettings with(BurrowConfig burrow) {
        return with("127.0.0.1", burrow, Path.of("data"));
    }

    private static ServerSettings with(String host, BurrowConfig burrow, Path data) {
        return with(
                new WebConfig(
                        host, 8080, Optional.empty(), List.of(), WebConfig.Limits.USUAL, MetricsProfile.USUAL, burrow),
                data);
    }

    private static ServerSettings with(WebConfig web, Path data) {
        return new ServerSettings(
                web,
                StoreSettings.usual(data),
                Optional.empty(),
                AlertingSettings.usual(),
                List.of(),
                Optional.empty());
    }

    @Test
    void changed_listenersOfBurrow_areNamed() {
        ServerSettings before = with(BurrowConfig.USUAL);
        ServerSettings after = with(
                new BurrowConfig(true, List.of(new BurrowConfig.Listener("127.0.0.1", 8000)), BurrowOptions.USUAL));

        assertThat(LastingSettings.changed(before, after))
                .containsExactly(
                        "the listeners of Burrow's API: changed (expected: as it was, for this needs a restart)");
    }

    @Test
    void changed_originsOfPages_areNamed() {
        ServerSettings before = with("127.0.0.1", BurrowConfig.USUAL, Path.of("data"));
        WebConfig web = before.web();
        WebConfig other = new WebConfig(
                web.host(),
                web.port(),
                web.dataDir(),
                web.hostNames(),
                web.limits(),
                web.profiles(),
                web.burrow(),
                new Origins(List.of("*")));

        assertThat(LastingSettings.changed(before, with(other, Path.of("data"))))
                .singleElement()
                .asString()
                .startsWith("cors-origins: ");
    }

    @Test
    void changed_severalSettings_areEachNamed() {
        ServerSettings before = with(BurrowConfig.USUAL);
        ServerSettings after =
                with("127.0.0.2", new BurrowConfig(false, List.of(), BurrowOptions.USUAL), Path.of("data"));

        assertThat(LastingSettings.changed(before, after))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("listen: ");
    }

    @Test
    void changed_store_isNamed() {
        ServerSettings before = with("127.0.0.1", BurrowConfig.USUAL, Path.of("data"));
        ServerSettings after = with("127.0.0.1", BurrowConfig.USUAL, Path.of("other"));

        assertThat(LastingSettings.changed(before, after))
                .singleElement()
                .asString()
                .startsWith("storage: ");
    }

    @Test
    void changed_nothing_isNothing() {
        assertThat(LastingSettings.changed(with(BurrowConfig.USUAL), with(BurrowConfig.USUAL)))
                .isEmpty();
    }
}

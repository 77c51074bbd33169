package io.klamm.cmd.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.web.BurrowConfig;
import io.klamm.web.MetricsProfile;
import io.klamm.web.WebConfig;
import io.klamm.web.burrow.BurrowOptions;
import io.klamm.web.prometheus.Origins;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerChangesTest {

    private static WebConfig with(BurrowConfig burrow) {
        return new WebConfig(
                "127.0.0.1", 8080, Optional.empty(), List.of(), WebConfig.Limits.USUAL, MetricsProfile.USUAL, burrow);
    }

    @Test
    void changed_listenersOfBurrow_areNamed() {
        WebConfig before = with(BurrowConfig.USUAL);
        WebConfig after = with(
                new BurrowConfig(true, List.of(new BurrowConfig.Listener("127.0.0.1", 8000)), BurrowOptions.USUAL));

        assertThat(Server.changed(before, after))
                .containsExactly(
                        "the listeners of Burrow's API: changed (expected: as it was, for this needs a restart)");
    }

    @Test
    void changed_originsOfPages_areNamed() {
        WebConfig before = with(BurrowConfig.USUAL);
        WebConfig after = new WebConfig(
                before.host(),
                before.port(),
                before.dataDir(),
                before.hostNames(),
                before.limits(),
                before.profiles(),
                before.burrow(),
                new Origins(List.of("*")));

        assertThat(Server.changed(before, after)).singleElement().asString().startsWith("cors-origins: ");
    }

    @Test
    void changed_severalSettings_areEachNamed() {
        WebConfig before = with(BurrowConfig.USUAL);
        WebConfig after =
                with(new BurrowConfig(false, List.of(), BurrowOptions.USUAL)).listeningAt("127.0.0.1:1");

        assertThat(Server.changed(before, after)).hasSize(2).first().asString().startsWith("listen: ");
    }

    @Test
    void changed_nothing_isNothing() {
        assertThat(Server.changed(with(BurrowConfig.USUAL), with(BurrowConfig.USUAL)))
                .isEmpty();
    }
}

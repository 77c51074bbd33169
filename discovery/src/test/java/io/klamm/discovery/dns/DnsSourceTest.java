package io.klamm.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.config.YamlFile;
import io.klamm.discovery.group.Found;
import io.klamm.discovery.group.TargetGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DnsSourceTest {

    /** Name servers that know some names, and do not answer for others. */
    private static final class Zone implements Resolver {
        private final Map<String, List<String>> records = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean silent;

        @Override
        public List<String> records(String name, RecordType type) throws IOException {
            asked.add(name);
            if (silent) {
                throw new IOException(name + " " + type + ": no answer");
            }
            return records.getOrDefault(type + " " + name, List.of());
        }
    }

    private final Zone zone = new Zone();

    @Test
    void look_srv_hasPortsOfItsOwn() {
        zone.records.put("SRV _m._tcp.example.", List.of("0 5 9100 n1.example.", "0 5 9101 n2.example."));
        Found found = look("_m._tcp.example", "SRV", 0);
        assertThat(targets(found))
                .containsExactly(
                        "{__address__=n1.example:9100, __meta_dns_name=_m._tcp.example, __meta_dns_srv_record_port=9100, __meta_dns_srv_record_target=n1.example.}",
                        "{__address__=n2.example:9101, __meta_dns_name=_m._tcp.example, __meta_dns_srv_record_port=9101, __meta_dns_srv_record_target=n2.example.}");
    }

    @Test
    void look_addresses_takeThePort() {
        zone.records.put("A a.example.", List.of("10.0.0.1", "10.0.0.2"));
        zone.records.put("AAAA a.example.", List.of("2001:db8:0:0:0:0:0:1"));
        assertThat(targets(look("a.example", "A", 9100)))
                .containsExactly(
                        "{__address__=10.0.0.1:9100, __meta_dns_name=a.example}",
                        "{__address__=10.0.0.2:9100, __meta_dns_name=a.example}");
        assertThat(targets(look("a.example", "AAAA", 9100)))
                .containsExactly("{__address__=[2001:db8:0:0:0:0:0:1]:9100, __meta_dns_name=a.example}");
    }

    @Test
    void look_mailAndNameServers_takeThePort() {
        zone.records.put("MX example.", List.of("10 mail.example."));
        zone.records.put("NS example.", List.of("ns.example."));
        assertThat(targets(look("example", "MX", 25)))
                .containsExactly(
                        "{__address__=mail.example:25, __meta_dns_mx_record_target=mail.example., __meta_dns_name=example}");
        assertThat(targets(look("example", "NS", 53)))
                .containsExactly(
                        "{__address__=ns.example:53, __meta_dns_name=example, __meta_dns_ns_record_target=ns.example.}");
    }

    @Test
    void look_noAnswer_keepsWhatWasFound() {
        zone.records.put("A a.example.", List.of("10.0.0.1"));
        DnsSource source = source("a.example", "A", 1);
        source.look().join();
        zone.silent = true;
        Found found = source.look().join();
        assertThat(targets(found)).hasSize(1);
        assertThat(found.problems()).containsExactly("a.example. A: no answer");
        zone.silent = false;
        zone.records.clear();
        assertThat(targets(source.look().join()))
                .as("there is no such name any more")
                .isEmpty();
    }

    @Test
    void look_shortName_triesTheDomainsOfTheSystem() {
        zone.records.put("A kafka.prod.example.", List.of("10.0.0.1"));
        SearchList search =
                SearchList.parse("nameserver 1.1.1.1\nsearch dev.example prod.example\noptions ndots:2 rotate\n");
        DnsSource source = new DnsSource(
                new DnsConfig(List.of("kafka"), "A", 1, Duration.ofSeconds(30)), zone, search, Runnable::run);
        assertThat(targets(source.look().join())).hasSize(1);
        assertThat(zone.asked).containsExactly("kafka.dev.example.", "kafka.prod.example.");
        assertThat(search.names("a.b.c")).containsExactly("a.b.c.", "a.b.c.dev.example.", "a.b.c.prod.example.");
        assertThat(search.names("a.")).containsExactly("a.");
    }

    @Test
    void bind_withoutPortOrName_isAProblem() {
        assertThat(bind("{names: [a], type: a}"))
                .contains("a port is required in DNS-SD configs for all record types except SRV");
        assertThat(bind("{}")).contains("DNS-SD config must contain at least one SRV record name");
        assertThat(bind("{names: [a], type: TXT}")).contains("expected: one of SRV, A, AAAA, MX, NS");
        assertThat(bind("{names: [a], type: aaaa, port: 1}")).isEmpty();
    }

    private static String bind(String text) {
        return YamlFile.parseVerbatim("p.yml", text).bind(DnsConfig::bind).text();
    }

    private Found look(String name, String type, int port) {
        return source(name, type, port).look().join();
    }

    private DnsSource source(String name, String type, int port) {
        DnsConfig config = new DnsConfig(List.of(name), type, port, Duration.ofSeconds(30));
        return new DnsSource(config, zone, SearchList.NONE, Runnable::run);
    }

    private static List<String> targets(Found found) {
        return found.groups().orElseThrow().stream()
                .flatMap((TargetGroup group) -> group.targets().stream())
                .map(target -> target.toMap().toString())
                .toList();
    }
}

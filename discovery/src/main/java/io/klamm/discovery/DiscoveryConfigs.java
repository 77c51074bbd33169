package io.klamm.discovery;

import io.klamm.config.Section;
import io.klamm.discovery.dns.DnsConfig;
import io.klamm.discovery.file.FileConfig;
import io.klamm.discovery.file.StaticConfig;
import io.klamm.discovery.group.SourceConfig;
import io.klamm.discovery.group.TargetGroup;
import io.klamm.discovery.http.HttpSourceConfig;
import io.klamm.discovery.kafka.KafkaConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the places where a job's targets are found out of its section: {@code static_configs}, {@code file_sd_configs} and so on. */
public final class DiscoveryConfigs {

    /** Prometheus's other kinds, which a file may well have. */
    private static final List<String> NOT_BUILT = List.of(
            "aws",
            "azure",
            "consul",
            "digitalocean",
            "docker",
            "dockerswarm",
            "ec2",
            "eureka",
            "gce",
            "hetzner",
            "ionos",
            "kubernetes",
            "kuma",
            "lightsail",
            "linode",
            "marathon",
            "nerve",
            "nomad",
            "openstack",
            "outscale",
            "ovhcloud",
            "puppetdb",
            "scaleway",
            "serverset",
            "stackit",
            "triton",
            "uyuni",
            "vultr");

    private static final String BUILT =
            "static_configs, file_sd_configs, http_sd_configs, dns_sd_configs or kafka_sd_configs";

    private DiscoveryConfigs() {}

    /**
     * The places, problems noted in the section.
     *
     * @param directory what relative paths are relative to
     */
    public static List<SourceConfig> bind(Section section, Path directory) {
        List<SourceConfig> configs = new ArrayList<>();
        List<TargetGroup> written = section.sections("static_configs", StaticConfig::bind);
        if (!written.isEmpty()) {
            configs.add(StaticConfig.of(written));
        }
        configs.addAll(section.sections("file_sd_configs", item -> FileConfig.bind(item, directory)));
        configs.addAll(section.sections("http_sd_configs", item -> HttpSourceConfig.bind(item, directory)));
        configs.addAll(section.sections("dns_sd_configs", DnsConfig::bind));
        configs.addAll(section.sections("kafka_sd_configs", KafkaConfig::bind));
        for (String kind : NOT_BUILT) {
            refuse(section, kind + "_sd_configs");
        }
        return configs;
    }

    private static void refuse(Section section, String key) {
        if (section.has(key)) {
            section.ignore(key);
            section.problem(key, "not built in Klamm (expected: " + BUILT + ")");
        }
    }
}

package io.klamm.web.burrow;

import java.util.List;
import java.util.Map;

/** Writes the sections of the configuration, under the names that Burrow gives to the parts. */
final class ModuleJson {

    private ModuleJson() {}

    static void main(GoJson json, BurrowModules modules) {
        BurrowModules.General general = modules.general();
        json.object("general", out -> out.field("pidfile", general.pidFile())
                .field("stdout-logfile", general.stdoutLogFile())
                .field("access-control-allow-origin", general.allowOrigin()));
        json.object("logging", out -> logging(out, modules.logging()));
        BurrowModules.ZooKeeper zooKeeper = modules.zooKeeper();
        json.object("zookeeper", out -> servers(out, zooKeeper.servers())
                .field("timeout", zooKeeper.timeout())
                .field("root-path", zooKeeper.rootPath()));
        json.object("httpserver", out -> modules.httpServers()
                .forEach((name, server) -> out.object(name, one -> one.field("address", server.address())
                        .field("tls", server.tls())
                        .field("timeout", server.timeout()))));
    }

    private static void logging(GoJson json, BurrowModules.Logging logging) {
        json.field("filename", logging.fileName())
                .field("max-size", logging.maxSize())
                .field("max-backups", logging.maxBackups())
                .field("max-age", logging.maxAge())
                .field("use-local-time", logging.localTime())
                .field("use-compression", logging.compression())
                .field("level", logging.level());
    }

    /** Where none are set, Burrow writes null. */
    private static GoJson servers(GoJson json, List<String> servers) {
        return servers.isEmpty() ? json.fieldNull("servers") : json.strings("servers", servers);
    }

    static void storage(GoJson json, BurrowModules.Storage storage) {
        json.field("class-name", storage.className())
                .field("intervals", storage.intervals())
                .field("min-distance", storage.minDistance())
                .field("group-allowlist", storage.groupAllowlist())
                .field("expire-group", storage.expireGroup());
    }

    static void evaluator(GoJson json, BurrowModules.Evaluator evaluator) {
        json.field("class-name", evaluator.className()).field("expire-cache", evaluator.expireCache());
    }

    static void cluster(GoJson json, BurrowModules.Cluster cluster) {
        servers(json.field("class-name", cluster.className()), cluster.servers())
                .object("client-profile", out -> profile(out, cluster.profile()))
                .field("topic-refresh", cluster.topicRefresh())
                .field("offset-refresh", cluster.offsetRefresh());
    }

    static void consumer(GoJson json, BurrowModules.Consumer consumer) {
        json.field("class-name", consumer.className()).field("cluster", consumer.cluster());
        servers(json, consumer.servers())
                .field("group-allowlist", consumer.groupAllowlist())
                .field("zookeeper-path", consumer.zooKeeperPath())
                .field("zookeeper-timeout", consumer.zooKeeperTimeout())
                .object("client-profile", out -> profile(out, consumer.profile()))
                .field("offsets-topic", consumer.offsetsTopic())
                .field("start-latest", consumer.startLatest());
    }

    private static void profile(GoJson json, BurrowModules.ClientProfile profile) {
        json.field("name", profile.name())
                .field("client-id", profile.clientId())
                .field("kafka-version", profile.kafkaVersion())
                .object("tls", profile.tls(), ModuleJson::tls)
                .object("sasl", profile.sasl(), ModuleJson::sasl);
    }

    private static void tls(GoJson json, BurrowModules.Tls tls) {
        json.field("name", tls.name())
                .field("noverify", tls.noVerify())
                .field("certfile", tls.certFile())
                .field("keyfile", tls.keyFile())
                .field("cafile", tls.caFile());
    }

    private static void sasl(GoJson json, BurrowModules.Sasl sasl) {
        json.field("name", sasl.name())
                .field("handshake-first", sasl.handshakeFirst())
                .field("username", sasl.userName());
    }

    static void notifier(GoJson json, BurrowModules.Notifier notifier) {
        if (notifier instanceof BurrowModules.HttpNotifier http) {
            http(json, http);
        } else if (notifier instanceof BurrowModules.EmailNotifier email) {
            email(json, email);
        } else {
            rest(begin(json, "null", notifier.base()), notifier.base());
        }
    }

    private static void http(GoJson json, BurrowModules.HttpNotifier http) {
        begin(json, "http", http.base())
                .field("timeout", http.timeout())
                .field("keepalive", http.keepalive())
                .field("url-open", http.urlOpen())
                .field("url-close", http.urlClose())
                .field("method-open", http.methodOpen())
                .field("method-close", http.methodClose());
        rest(json, http.base()).field("extra-ca", http.extraCa()).field("noverify", http.noVerify());
    }

    private static void email(GoJson json, BurrowModules.EmailNotifier email) {
        rest(begin(json, "email", email.base()), email.base())
                .field("server", email.server())
                .field("port", email.port())
                .field("auth-type", email.authType())
                .field("username", email.userName())
                .field("from", email.from())
                .field("to", email.to())
                .field("extra-ca", email.extraCa())
                .field("noverify", email.noVerify());
    }

    private static GoJson begin(GoJson json, String className, BurrowModules.NotifierBase base) {
        return json.field("class-name", className)
                .field("group-allowlist", base.groupAllowlist())
                .field("interval", base.interval())
                .field("threshold", base.threshold());
    }

    private static GoJson rest(GoJson json, BurrowModules.NotifierBase base) {
        return json.field("template-open", base.templateOpen())
                .field("template-close", base.templateClose())
                .object("extra", out -> {
                    for (Map.Entry<String, String> extra : base.extras().entrySet()) {
                        out.field(extra.getKey(), extra.getValue());
                    }
                })
                .field("send-close", base.sendClose());
    }
}

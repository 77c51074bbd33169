package io.klamm.web.burrow;

import io.klamm.model.burrow.BurrowGroupStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Answers as Burrow 0.x did, from what 1.x knows. Errors say so in the body, but their status is 200: that version wrote the body first. A slash
 * at the end of a path is of no account.
 */
final class V2Answers {

    private static final String ERROR = "{\"error\":true,\"message\":\"request method not supported\",\"result\":{}}";

    private final BurrowViews views;
    private final Names names;
    private final String host;
    private final boolean denseOffsets;

    V2Answers(BurrowViews views, Names names, String host, boolean denseOffsets) {
        this.views = views;
        this.names = names;
        this.host = host;
        this.denseOffsets = denseOffsets;
    }

    /** Whether a path is one of that version's. */
    static boolean serves(String path) {
        return path.equals("/v2/kafka") || path.startsWith("/v2/kafka/") || path.equals("/v2/zookeeper");
    }

    /** What was asked for: the path, and what of it is told in the answer. */
    private record Asked(String url, String cluster, String group, String topic) {

        Asked group(String name) {
            return new Asked(url, cluster, name, topic);
        }

        Asked topic(String name) {
            return new Asked(url, cluster, group, name);
        }
    }

    BurrowAnswer answer(String method, String path) {
        if (!method.equals("GET") && !method.equals("DELETE")) {
            return BurrowAnswer.goError(405, ERROR);
        }
        Asked asked = new Asked(path, "", "", "");
        List<String> parts = parts(path);
        if (parts.size() == 2) {
            return method.equals("GET") ? clusters(asked) : notSupported(path);
        }
        return names.cluster(parts.get(2))
                .map(view ->
                        cluster(method, new Asked(path, view.cluster(), "", ""), view, parts.subList(3, parts.size())))
                .orElseGet(() -> error(path, "cluster not found"));
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.substring(1).split("/", -1)));
        while (parts.get(parts.size() - 1).isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return parts;
    }

    private BurrowAnswer cluster(String method, Asked asked, BurrowView view, List<String> rest) {
        if (rest.isEmpty()) {
            return detail(asked);
        }
        return switch (rest.get(0)) {
            case "consumer" -> method.equals("DELETE") ? drop(asked, view, rest) : consumers(asked, view, rest);
            case "topic" -> method.equals("GET") ? topics(asked, view, rest) : notSupported(asked.url());
            default -> error(asked.url(), "unknown API call");
        };
    }

    private BurrowAnswer clusters(Asked asked) {
        return ok(
                asked,
                "cluster list returned",
                json -> json.strings(
                        "clusters",
                        views.clusters().stream().map(BurrowView::cluster).toList()));
    }

    private BurrowAnswer detail(Asked asked) {
        BurrowModules modules = views.modules();
        Optional<BurrowModules.Cluster> cluster =
                Optional.ofNullable(modules.clusters().get(asked.cluster()));
        Optional<BurrowModules.Consumer> consumer = modules.consumers().values().stream()
                .filter(one -> one.cluster().equals(asked.cluster()))
                .findFirst();
        return ok(
                asked,
                "cluster detail returned",
                json -> json.object("cluster", out -> {
                    Addresses zooKeepers = Addresses.of(modules.zooKeeper().servers());
                    Addresses brokers = Addresses.of(
                            cluster.map(BurrowModules.Cluster::servers).orElse(List.of()));
                    out.strings("zookeepers", zooKeepers.hosts())
                            .field("zookeeper_port", zooKeepers.port())
                            .field(
                                    "zookeeper_path",
                                    consumer.map(BurrowModules.Consumer::zooKeeperPath)
                                            .filter(path -> !path.isEmpty())
                                            .orElse("/"))
                            .strings("brokers", brokers.hosts())
                            .field("broker_port", brokers.port())
                            .field(
                                    "offsets_topic",
                                    consumer.map(BurrowModules.Consumer::offsetsTopic)
                                            .orElse(""));
                }));
    }

    /** Hosts, and the port of the first: that version knew one port for all. */
    private record Addresses(List<String> hosts, long port) {

        static Addresses of(List<String> servers) {
            List<String> hosts = servers.stream()
                    .map(server -> server.replaceFirst(":[0-9]+$", ""))
                    .toList();
            String first = servers.isEmpty() ? "" : servers.get(0);
            String port = first.substring(first.lastIndexOf(':') + 1);
            return new Addresses(hosts, port.matches("[0-9]{1,5}") ? Long.parseLong(port) : 0);
        }
    }

    private BurrowAnswer topics(Asked asked, BurrowView view, List<String> rest) {
        if (rest.size() == 1) {
            return ok(asked, "broker topic list returned", json -> json.strings("topics", view.topics()));
        }
        if (rest.size() > 2) {
            return error(asked.url(), "unknown API call");
        }
        String topic = names.resolve(rest.get(1), name -> view.ends(name).isPresent());
        Optional<List<OptionalLong>> ends = view.ends(topic);
        if (ends.isEmpty()) {
            return error(asked.url(), "topic not found");
        }
        return ok(asked.topic(topic), "broker topic offsets returned", json -> {
            Offsets.write(json, ends.get(), denseOffsets);
            json.strings("consumers", view.groupsOf(topic));
        });
    }

    private BurrowAnswer consumers(Asked asked, BurrowView view, List<String> rest) {
        if (rest.size() == 1) {
            return ok(asked, "consumer list returned", json -> json.strings("consumers", view.groups()));
        }
        if (rest.size() == 2) {
            return error(asked.url(), "unknown API call");
        }
        String group = names.resolve(rest.get(1), name -> view.group(name).isPresent());
        return switch (rest.get(2)) {
            case "topic" -> groupTopics(asked.group(group), view, rest);
            case "status" -> status(asked.group(group), view, false);
            case "lag" -> status(asked.group(group), view, true);
            default -> error(asked.url(), "unknown API call");
        };
    }

    private BurrowAnswer groupTopics(Asked asked, BurrowView view, List<String> rest) {
        Optional<V2Group> group = view.group(asked.group()).map(V2Group::new);
        if (group.isEmpty()) {
            return error(asked.url(), "consumer group not found");
        }
        if (rest.size() == 3) {
            return ok(
                    asked,
                    "consumer topic list returned",
                    json -> json.strings("topics", group.get().topics()));
        }
        if (rest.size() > 4) {
            return error(asked.url(), "unknown API call");
        }
        String topic = names.resolve(rest.get(3), group.get().topics()::contains);
        if (!group.get().topics().contains(topic)) {
            return error(asked.url(), "topic not found for consumer group");
        }
        return ok(
                asked.topic(topic),
                "consumer group topic offsets returned",
                json -> Offsets.write(json, group.get().offsets(topic), denseOffsets));
    }

    private BurrowAnswer status(Asked asked, BurrowView view, boolean all) {
        BurrowGroupStatus status = view.status(asked.group());
        if (!status.found()) {
            return error(asked.url(), "consumer group not found");
        }
        return ok(
                asked,
                "consumer group status returned",
                json -> json.object("status", out -> new V2Status(status).write(out, all)));
    }

    private BurrowAnswer drop(Asked asked, BurrowView view, List<String> rest) {
        if (rest.size() != 2) {
            return notSupported(asked.url());
        }
        String group = names.resolve(rest.get(1), view.groups()::contains);
        if (!view.groups().contains(group)) {
            return error(asked.url(), "consumer group not found");
        }
        view.removed(group);
        return ok(asked.group(group), "consumer group removed", json -> json.object("result", none -> {}));
    }

    private BurrowAnswer notSupported(String url) {
        return error(url, "request method not supported");
    }

    private BurrowAnswer ok(Asked asked, String message, Consumer<GoJson> members) {
        return json(false, message, asked, members, "");
    }

    private BurrowAnswer error(String url, String message) {
        return json(true, message, new Asked(url, "", "", ""), json -> json.object("result", none -> {}), "\n");
    }

    private BurrowAnswer json(boolean error, String message, Asked asked, Consumer<GoJson> members, String end) {
        String body = GoJson.object(json -> {
            members.accept(json.field("error", error).field("message", message));
            json.object("request", request -> request.field("url", asked.url())
                    .field("host", host)
                    .field("cluster", asked.cluster())
                    .field("group", asked.group())
                    .field("topic", asked.topic()));
        });
        return BurrowAnswer.of(200, Map.of("Content-Type", "application/json"), body + end);
    }
}

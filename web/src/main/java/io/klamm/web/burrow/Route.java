package io.klamm.web.burrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The addresses of Burrow 1.x. A part that begins with a colon stands for a name. */
enum Route {
    ADMIN("GET", "/burrow/admin"),
    READY("GET", "/burrow/admin/ready"),
    METRICS("GET", "/metrics"),
    CLUSTERS("GET", "/v3/kafka"),
    CLUSTER("GET", "/v3/kafka/:cluster"),
    TOPICS("GET", "/v3/kafka/:cluster/topic"),
    TOPIC("GET", "/v3/kafka/:cluster/topic/:topic"),
    TOPIC_CONSUMERS("GET", "/v3/kafka/:cluster/topic/:topic/consumers"),
    CONSUMERS("GET", "/v3/kafka/:cluster/consumer"),
    CONSUMER("GET", "/v3/kafka/:cluster/consumer/:consumer"),
    STATUS("GET", "/v3/kafka/:cluster/consumer/:consumer/status"),
    LAG("GET", "/v3/kafka/:cluster/consumer/:consumer/lag"),
    CONFIG("GET", "/v3/config"),
    STORAGES("GET", "/v3/config/storage"),
    STORAGE("GET", "/v3/config/storage/:name"),
    EVALUATORS("GET", "/v3/config/evaluator"),
    EVALUATOR("GET", "/v3/config/evaluator/:name"),
    CLUSTER_MODULES("GET", "/v3/config/cluster"),
    CLUSTER_MODULE("GET", "/v3/config/cluster/:cluster"),
    CONSUMER_MODULES("GET", "/v3/config/consumer"),
    CONSUMER_MODULE("GET", "/v3/config/consumer/:name"),
    NOTIFIERS("GET", "/v3/config/notifier"),
    NOTIFIER("GET", "/v3/config/notifier/:name"),
    LOG_LEVEL("GET", "/v3/admin/loglevel"),
    SET_LOG_LEVEL("POST", "/v3/admin/loglevel"),
    DELETE_CONSUMER("DELETE", "/v3/kafka/:cluster/consumer/:consumer"),
    DELETE_CONSUMER_TOPIC("DELETE", "/v3/kafka/:cluster/consumer/:consumer/topic/:topic");

    private final String method;
    private final String pattern;

    Route(String method, String pattern) {
        this.method = method;
        this.pattern = pattern;
    }

    String method() {
        return method;
    }

    /** Its address, names left open. */
    String pattern() {
        return pattern;
    }

    /** The names in a path of this address, in order; empty when it is no such path. */
    Optional<List<String>> names(String path) {
        return match(path, false).map(all -> {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < parts().size(); i++) {
                if (isName(i)) {
                    names.add(all.get(i));
                }
            }
            return names;
        });
    }

    /** The path as it should have been written, when only upper and lower case are mixed up. */
    Optional<String> corrected(String path) {
        return match(path, true).map(all -> {
            List<String> right = new ArrayList<>();
            for (int i = 0; i < parts().size(); i++) {
                right.add(isName(i) ? all.get(i) : parts().get(i));
            }
            return right.stream().collect(Collectors.joining("/"));
        });
    }

    private Optional<List<String>> match(String path, boolean anyCase) {
        List<String> all = List.of(path.split("/", -1));
        if (all.size() != parts().size() || all.get(all.size() - 1).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < parts().size(); i++) {
            if (!isName(i) && !same(all.get(i), parts().get(i), anyCase)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private List<String> parts() {
        return List.of(pattern.split("/", -1));
    }

    private boolean isName(int part) {
        return parts().get(part).startsWith(":");
    }

    private static boolean same(String written, String part, boolean anyCase) {
        return (anyCase ? written.toLowerCase(Locale.ROOT) : written).equals(part);
    }
}

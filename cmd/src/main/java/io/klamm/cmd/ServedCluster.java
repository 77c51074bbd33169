package io.klamm.cmd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cluster as a running server shows it. */
final class ServedCluster {

    private static final int PAGE = 1000;

    private final ServerApi api;
    private final @Nullable String name;

    /** @param name as the configuration of the server has it, null for the first */
    ServedCluster(ServerApi api, @Nullable String name) {
        this.api = api;
        this.name = name;
    }

    /**
     * The body of {@code GET path}, below the cluster's own path.
     *
     * @throws UserException when there is no server, or it refuses
     */
    JsonNode get(String path) {
        return api.get(base() + path);
    }

    /** All rows of a list, page after page. */
    List<JsonNode> all(String path, String field) {
        String pages = base() + path + (path.contains("?") ? "&" : "?") + "pageSize=" + PAGE + "&page=";
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode answer = api.get(pages + page);
            answer.path(field).forEach(rows::add);
            if (answer.path(field).isEmpty()
                    || rows.size() >= answer.path("total").asLong()) {
                return rows;
            }
        }
    }

    private String base() {
        return "/clusters/" + ServerApi.segment(name == null ? first() : name);
    }

    private String first() {
        return api.get("/clusters").path("clusters").path(0).path("name").asText();
    }
}

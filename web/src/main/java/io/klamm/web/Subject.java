package io.klamm.web;

import com.fasterxml.jackson.core.JsonGenerator;
import io.klamm.model.ClusterSnapshot;
import io.klamm.web.http.ApiError;
import io.klamm.web.http.Json;
import io.klamm.web.http.Refused;
import io.klamm.web.tables.ClusterTables;
import io.klamm.web.tables.Page;
import java.io.IOException;
import java.time.Instant;

/** The cluster that a request is about, as it was when the request came. */
final class Subject {

    private final ClusterView view;
    private final TablesCache cache;
    private final Instant now;

    Subject(ClusterView view, TablesCache cache, Instant now) {
        this.view = view;
        this.cache = cache;
        this.now = now;
    }

    String cluster() {
        return view.name();
    }

    Instant now() {
        return now;
    }

    ClusterTables tables() throws Refused {
        ClusterTables tables = cache.of(view);
        if (tables == null) {
            String why = view.status().lastError();
            throw new Refused(ApiError.notReady(
                    "cluster: " + view.name() + " has not been read yet (expected: one finished cycle)",
                    why == null ? "try again in a moment" : "the last attempt failed: " + why));
        }
        return tables;
    }

    byte[] write(Json.Body fields) throws Refused {
        ClusterSnapshot snapshot = tables().snapshot();
        return Json.write(json -> {
            json.writeStartObject();
            ClusterJson.snapshot(json, view, snapshot, now);
            fields.write(json);
            json.writeEndObject();
        });
    }

    <R> byte[] page(Page<R> page, String field, Json.Element<R> element) throws Refused {
        return write(json -> pageFields(json, page, field, element));
    }

    private static <R> void pageFields(JsonGenerator json, Page<R> page, String field, Json.Element<R> element)
            throws IOException {
        json.writeNumberField("page", page.page());
        json.writeNumberField("pageSize", page.pageSize());
        json.writeNumberField("total", page.total());
        Json.array(json, field, page.rows(), element);
    }

    Refused notFound(String what, String name) {
        return new Refused(ApiError.notFound(
                what + ": " + name + " (expected: a " + what + " of cluster " + view.name() + ")",
                "it may be new, deleted, or left out by a filter of the configuration"));
    }
}

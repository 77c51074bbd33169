package io.klamm.web.burrow;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Answers what lies under {@code /v3/config}. Names of modules are looked up in any case, as Burrow's configuration does. */
final class ConfigAnswers {

    private final BurrowViews views;
    private final Names names;
    private final Envelope envelope;

    ConfigAnswers(BurrowViews views, Names names, Envelope envelope) {
        this.views = views;
        this.names = names;
        this.envelope = envelope;
    }

    BurrowAnswer main(String url) {
        BurrowModules modules = views.modules();
        return envelope.ok("main config returned", json -> {
            envelope.request(json, url);
            ModuleJson.main(json, modules);
        });
    }

    BurrowAnswer storages(String url) {
        return list(url, "storage", views.modules().storages().keySet());
    }

    BurrowAnswer evaluators(String url) {
        return list(url, "evaluator", views.modules().evaluators().keySet());
    }

    BurrowAnswer clusters(String url) {
        return list(url, "cluster", views.modules().clusters().keySet());
    }

    BurrowAnswer consumers(String url) {
        return list(url, "consumer", views.modules().consumers().keySet());
    }

    BurrowAnswer notifiers(String url) {
        return list(url, "notifier", views.modules().notifiers().keySet());
    }

    private BurrowAnswer list(String url, String coordinator, Collection<String> modules) {
        return envelope.ok("module list returned", json -> {
            envelope.request(json, url);
            json.field("coordinator", coordinator).strings("modules", modules);
        });
    }

    BurrowAnswer storage(String url, String name) {
        return detail(url, "storage", name, views.modules().storages(), ModuleJson::storage);
    }

    BurrowAnswer evaluator(String url, String name) {
        return detail(url, "evaluator", name, views.modules().evaluators(), ModuleJson::evaluator);
    }

    BurrowAnswer cluster(String url, String name) {
        return detail(url, "cluster", name, views.modules().clusters(), ModuleJson::cluster);
    }

    BurrowAnswer consumer(String url, String name) {
        return detail(url, "consumer", name, views.modules().consumers(), ModuleJson::consumer);
    }

    BurrowAnswer notifier(String url, String name) {
        return detail(url, "notifier", name, views.modules().notifiers(), ModuleJson::notifier);
    }

    private <T> BurrowAnswer detail(
            String url, String kind, String name, SortedMap<String, T> modules, BiConsumer<GoJson, T> writer) {
        String known = names.resolve(name, written -> find(modules, written).isPresent());
        return find(modules, known)
                .map(module -> detail(url, kind, json -> writer.accept(json, module)))
                .orElseGet(() -> envelope.error(404, kind + " module not found", url));
    }

    private BurrowAnswer detail(String url, String kind, Consumer<GoJson> module) {
        return envelope.ok(kind + " module detail returned", json -> {
            json.object("module", module);
            envelope.request(json, url);
        });
    }

    private static <T> Optional<T> find(SortedMap<String, T> modules, String name) {
        return modules.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

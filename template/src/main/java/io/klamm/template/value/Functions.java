package io.klamm.template.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that a template may call by name, beside the language's own. */
public final class Functions {

    private static final Functions NONE = new Functions(Map.of());

    private final Map<String, TemplateFunction> byName;

    private Functions(Map<String, TemplateFunction> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** No functions but the language's own. */
    public static Functions none() {
        return NONE;
    }

    public static Functions of(Map<String, TemplateFunction> byName) {
        return new Functions(byName);
    }

    /** These and one more, which replaces one of the same name. */
    public Functions with(String name, TemplateFunction function) {
        return with(of(Map.of(name, function)));
    }

    /** These and the others, which replace those of the same name. */
    public Functions with(Functions others) {
        Map<String, TemplateFunction> all = new HashMap<>(byName);
        all.putAll(others.byName);
        return new Functions(all);
    }

    /** The function of a name, null where there is none. */
    public @Nullable TemplateFunction find(String name) {
        return byName.get(name);
    }

    /** All by name. */
    public Map<String, TemplateFunction> byName() {
        return byName;
    }
}

package io.klamm.template.value;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map with methods, as Alertmanager's sets of labels have: a name is a method's, or else a key. */
public final class MethodMap extends AbstractMap<String, Object> implements Fields {

    private final Map<String, Object> entries;
    private final Map<String, TemplateFunction> methods;

    public MethodMap(Map<String, ?> entries, Map<String, TemplateFunction> methods) {
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
        this.methods = Map.copyOf(methods);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public String typeName() {
        return "map[string]string";
    }

    @Override
    public boolean hasField(String name) {
        return methods.containsKey(name);
    }

    @Override
    public @Nullable TemplateFunction field(String name) {
        return methods.get(name);
    }

    @Override
    public Map<String, Object> json() {
        return entries;
    }
}

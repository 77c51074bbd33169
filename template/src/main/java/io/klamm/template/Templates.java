package io.klamm.template;

import io.klamm.template.ast.Definition;
import io.klamm.template.ast.Source;
import io.klamm.template.exec.Language;
import io.klamm.template.parser.Parser;
import io.klamm.template.value.Functions;
import io.klamm.template.value.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Templates by name that may call each other, read from any number of files; never changed, only copied with more in it. */
public final class Templates {

    private final Functions functions;
    private final Map<String, Definition> definitions;

    private Templates(Functions functions, Map<String, Definition> definitions) {
        this.functions = functions;
        this.definitions = Map.copyOf(definitions);
    }

    /** An empty set, whose templates may call these functions and the language's own. */
    public static Templates none(Functions functions) {
        return new Templates(Language.functions().with(functions), Map.of());
    }

    /**
     * These, and what a file defines; a later definition replaces an earlier one.
     *
     * @param name of the file, by which errors call it
     * @throws TemplateException where it cannot be understood: {@code template: NAME:LINE: message}
     */
    public Templates with(String name, String text) {
        return new Templates(functions, merged(parsed(name, text)));
    }

    /**
     * A template that may call these and what its own text defines.
     *
     * @throws TemplateException where it cannot be understood: {@code template: NAME:LINE: message}
     */
    public Template parse(String name, String text) {
        List<Definition> parsed = parsed(name, text);
        Definition root = root(name, parsed);
        return new Template(root, Map.copyOf(merged(parsed)), functions);
    }

    private static Definition root(String name, List<Definition> parsed) {
        return parsed.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The template of a name. */
    public Optional<Template> find(String name) {
        Definition definition = definitions.get(name);
        return Optional.ofNullable(definition).map(root -> new Template(root, definitions, functions));
    }

    /** The names of all. */
    public Set<String> names() {
        return new TreeSet<>(definitions.keySet());
    }

    private List<Definition> parsed(String name, String text) {
        return Parser.parse(new Source(name, text), function -> functions.find(function) != null);
    }

    /** A definition that is blank does not replace one that is not. */
    private Map<String, Definition> merged(List<Definition> parsed) {
        Map<String, Definition> all = new HashMap<>(definitions);
        for (Definition definition : parsed) {
            if (!definition.body().blank() || !all.containsKey(definition.name())) {
                all.put(definition.name(), definition);
            }
        }
        return all;
    }
}

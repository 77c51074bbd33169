package io.klamm.template;

import io.klamm.template.ast.Definition;
import io.klamm.template.exec.Execution;
import io.klamm.template.value.Functions;
import io.klamm.template.value.Options;
import io.klamm.template.value.TemplateException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed template; it may be rendered any number of times, by any thread. */
public final class Template {

    private final Definition root;
    private final Map<String, Definition> definitions;
    private final Functions functions;

    Template(Definition root, Map<String, Definition> definitions, Functions functions) {
        this.root = root;
        this.definitions = definitions;
        this.functions = functions;
    }

    /**
     * Parses a text that stands alone.
     *
     * @param name by which errors call it
     * @throws TemplateException where it cannot be understood: {@code template: NAME:LINE: message}
     */
    public static Template parse(String name, String text, Functions functions) {
        return Templates.none(functions).parse(name, text);
    }

    /** By which errors, and other templates, call it. */
    public String name() {
        return root.name();
    }

    /**
     * The text for a value, as {@link Options#TEXT}.
     *
     * @throws TemplateException where it fails, or goes over a limit: {@code template: NAME:LINE:COL: executing "NAME" at <...>: message}
     */
    public String render(@Nullable Object data) {
        return render(data, Options.TEXT);
    }

    /**
     * The text for a value.
     *
     * @throws TemplateException where it fails, or goes over a limit: {@code template: NAME:LINE:COL: executing "NAME" at <...>: message}
     */
    public String render(@Nullable Object data, Options options) {
        return Execution.run(root, data, definitions, functions, options);
    }
}

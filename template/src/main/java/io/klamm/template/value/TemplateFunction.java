package io.klamm.template.value;

import org.jspecify.annotations.Nullable;

/**
 * A function or method that templates call. What it throws becomes the template's error: {@link WrongArgument} as it is, anything else as
 * {@code error calling NAME: message}.
 */
@FunctionalInterface
public interface TemplateFunction {

    /** The result: null, Boolean, String, Long, Double, Instant, Duration, List, Map, {@link Fields}, {@link SafeHtml} or a function. */
    @Nullable
    Object call(Arguments arguments);
}

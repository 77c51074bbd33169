package io.klamm.template.exec;

import io.klamm.template.ast.Source;
import io.klamm.template.value.TemplateException;

/** Errors of a running template, in Go's form. */
record Failure(Source source, String executing) {

    TemplateException at(int place, Object context, String message) {
        return new TemplateException(text(place, context, message));
    }

    TemplateException at(int place, Object context, String message, Throwable cause) {
        return new TemplateException(text(place, context, message), cause);
    }

    private String text(int place, Object context, String message) {
        return "template: " + source.place(place) + ": executing \"" + executing + "\" at <" + context + ">: "
                + message;
    }
}

package io.klamm.notifier.channel.text;

import io.klamm.template.value.Fields;

/** Expands templates in one language; throws {@link io.klamm.template.value.TemplateException} where one is wrong. Safe from any thread. */
@FunctionalInterface
public interface Expander {

    /**
     * The text of a template over the data of a message.
     *
     * @param html whether values are escaped as in HTML
     */
    String expand(String template, Fields data, boolean html);
}

package io.klamm.template.value;

/** Text that is HTML already: not escaped again where output is. */
public record SafeHtml(String html) {

    @Override
    public String toString() {
        return html;
    }
}

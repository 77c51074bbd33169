package io.klamm.template.value;

/**
 * What one rendering may cost; what goes over ends with a {@link TemplateException}.
 *
 * @param output characters written, and the most of one text in between
 * @param steps nodes, elements and calls, and one more for every 32 characters that a call moves
 * @param depth of templates that call templates
 */
public record Limits(int output, long steps, int depth) {

    /** A megabyte, a million steps, a hundred levels. */
    public static final Limits DEFAULT = new Limits(1 << 20, 1_000_000, 100);
}

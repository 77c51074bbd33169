package io.klamm.template.value;

/**
 * How a template is run.
 *
 * @param escape what becomes of characters that mean something in HTML
 * @param missing what a key gives that a map does not have
 */
public record Options(Escape escape, Missing missing, Limits limits) {

    /** Plain text; a missing key is empty, as in Prometheus and Alertmanager. */
    public static final Options TEXT = new Options(Escape.NONE, Missing.ZERO, Limits.DEFAULT);

    /** HTML: every value is escaped that is not a {@link SafeHtml}. */
    public static final Options HTML = new Options(Escape.HTML, Missing.ZERO, Limits.DEFAULT);

    /** Go's own: plain text, and a missing key shows as {@code <no value>}, as in Burrow. */
    public static final Options GO = new Options(Escape.NONE, Missing.NO_VALUE, Limits.DEFAULT);

    /** How output is escaped. */
    public enum Escape {
        NONE,
        HTML
    }

    /** What a missing key gives. */
    public enum Missing {
        NO_VALUE,
        ZERO,
        ERROR
    }

    public Options limited(Limits other) {
        return new Options(escape, missing, other);
    }
}

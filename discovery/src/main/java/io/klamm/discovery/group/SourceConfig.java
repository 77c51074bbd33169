package io.klamm.discovery.group;

/**
 * How one place where targets are found is configured. Two that are equal find the same, so one source serves both.
 *
 * @see SourceContext
 */
public interface SourceConfig {

    /** The source, at rest until it is asked. */
    TargetSource open(SourceContext context);
}

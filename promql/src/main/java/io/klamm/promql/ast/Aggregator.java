package io.klamm.promql.ast;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways to put a group of series together. */
public enum Aggregator {
    SUM,
    AVG,
    COUNT,
    MIN,
    MAX,
    GROUP,
    STDDEV,
    STDVAR,
    TOPK(ValueType.SCALAR, false),
    BOTTOMK(ValueType.SCALAR, false),
    COUNT_VALUES(ValueType.STRING, false),
    QUANTILE(ValueType.SCALAR, false),
    LIMITK(ValueType.SCALAR, true),
    LIMIT_RATIO(ValueType.SCALAR, true);

    private final @Nullable ValueType paramType;
    private final boolean experimental;

    Aggregator() {
        this(null, false);
    }

    Aggregator(@Nullable ValueType paramType, boolean experimental) {
        this.paramType = paramType;
        this.experimental = experimental;
    }

    /** As written: {@code count_values}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of the argument that comes before the series; null where there is none. */
    public @Nullable ValueType paramType() {
        return paramType;
    }

    public boolean hasParam() {
        return paramType != null;
    }

    /** Whether Prometheus has it behind a flag. */
    public boolean experimental() {
        return experimental;
    }
}

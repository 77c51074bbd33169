package io.klamm.template.exec;

import org.jspecify.annotations.Nullable;

/** Numbers in the two kinds that templates know. */
final class Numbers {

    private Numbers() {}

    /** Whole numbers as Long, all others as Double; what is no number as it is. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Float number ? (Object) number.doubleValue() : value;
    }
}

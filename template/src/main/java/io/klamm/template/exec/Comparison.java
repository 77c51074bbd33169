package io.klamm.template.exec;

import io.klamm.template.format.GoValue;
import io.klamm.template.value.Arguments;
import io.klamm.template.value.Fields;
import io.klamm.template.value.SafeHtml;
import io.klamm.template.value.TypeNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The language's comparisons, of values of one basic kind. */
final class Comparison {

    private Comparison() {}

    static boolean equal(Arguments arguments) {
        if (arguments.atLeast(1).size() == 1) {
            throw new IllegalArgumentException("missing argument for comparison");
        }
        Object first = arguments.value(0);
        for (Object other : arguments.from(1)) {
            if (same(first, other)) {
                return true;
            }
        }
        return false;
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        checkComparable(left);
        checkComparable(right);
        if (left != null && right != null && !kind(left).equals(kind(right))) {
            throw incompatible(left, right);
        }
        return Objects.equals(plain(left), plain(right));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof SafeHtml safe ? safe.html() : value;
    }

    private static void checkComparable(@Nullable Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw new IllegalArgumentException(
                    "non-comparable type " + GoValue.text(value) + ": " + TypeNames.of(value));
        }
    }

    static int order(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null || left instanceof Boolean || right instanceof Boolean) {
            throw new IllegalArgumentException("invalid type for comparison");
        }
        if (!kind(left).equals(kind(right))) {
            throw incompatible(left, right);
        }
        return ordered(left, right);
    }

    private static int ordered(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.compareTo(b);
        }
        if (left instanceof String || left instanceof SafeHtml) {
            return left.toString().compareTo(right.toString());
        }
        throw new IllegalArgumentException("invalid type for comparison");
    }

    /** Whether it is smaller; not a number is neither smaller nor greater. */
    static boolean less(@Nullable Object left, @Nullable Object right) {
        return (left instanceof Double a && right instanceof Double b) ? a < b : order(left, right) < 0;
    }

    static boolean same(@Nullable Object left, @Nullable Object right) {
        return (left instanceof Double a && right instanceof Double b)
                ? a.doubleValue() == b.doubleValue()
                : equal(left, right);
    }

    private static String kind(Object value) {
        if (value instanceof Fields) {
            return "struct";
        }
        return value instanceof SafeHtml ? "string" : value instanceof Instant ? "time.Time" : TypeNames.of(value);
    }

    private static IllegalArgumentException incompatible(Object left, Object right) {
        return new IllegalArgumentException(
                "incompatible types for comparison: " + TypeNames.of(left) + " and " + TypeNames.of(right));
    }
}

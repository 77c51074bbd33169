package io.klamm.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes; written {@code 512B}, {@code 10KB} (10,000) or {@code 1.5MiB} (1,572,864). */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    private static final String EXAMPLES = "such as 512B, 10KB or 1.5MiB";

    /** Any size from 0 up. */
    public static final Format<ByteSize> FORMAT = Format.of("a size " + EXAMPLES, ByteSize::parse);

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,19}(?:\\.[0-9]{1,9})?) ?([a-zA-Z]{1,3})");

    private record Unit(String name, long bytes) {}

    /** Larger units first; where a size is whole in two of them, the first names it. */
    private static final List<Unit> UNITS = List.of(
            new Unit("TiB", 1L << 40),
            new Unit("TB", 1_000_000_000_000L),
            new Unit("GiB", 1L << 30),
            new Unit("GB", 1_000_000_000L),
            new Unit("MiB", 1L << 20),
            new Unit("MB", 1_000_000L),
            new Unit("KiB", 1L << 10),
            new Unit("KB", 1_000L),
            new Unit("B", 1L));

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes: " + bytes + " (expected: 0 or more)");
        }
    }

    public static ByteSize ofBytes(long bytes) {
        return new ByteSize(bytes);
    }

    public static ByteSize ofKibibytes(long count) {
        return new ByteSize(Math.multiplyExact(count, 1L << 10));
    }

    public static ByteSize ofMebibytes(long count) {
        return new ByteSize(Math.multiplyExact(count, 1L << 20));
    }

    /** Sizes from min to max, both included. */
    public static Format<ByteSize> between(ByteSize min, ByteSize max) {
        return Format.of("a size from " + min + " to " + max + ", " + EXAMPLES, text -> parse(text)
                .filter(found -> found.compareTo(min) >= 0 && found.compareTo(max) <= 0));
    }

    /** Parses a number with a unit (case does not matter); empty for anything else, for parts of a byte and for more than 2^63-1 bytes. */
    public static Optional<ByteSize> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String name = written.group(2).toLowerCase(Locale.ROOT);
        return UNITS.stream()
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .flatMap(unit -> whole(new BigDecimal(written.group(1)).multiply(BigDecimal.valueOf(unit.bytes()))));
    }

    private static Optional<ByteSize> whole(BigDecimal bytes) {
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                || bytes.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        return Optional.of(new ByteSize(bytes.longValueExact()));
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The size in the largest unit in which it is whole, such as {@code 64MiB}; {@link #parse} turns it back. */
    @Override
    public String toString() {
        return UNITS.stream()
                .filter(unit -> bytes >= unit.bytes() && bytes % unit.bytes() == 0)
                .findFirst()
                .map(unit -> bytes / unit.bytes() + unit.name())
                .orElse("0B");
    }
}

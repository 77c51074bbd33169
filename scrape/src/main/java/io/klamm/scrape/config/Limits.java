package io.klamm.scrape.config;

import io.klamm.config.ByteSize;
import io.klamm.config.Format;
import io.klamm.config.Range;
import io.klamm.config.Section;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a target may expose and a job may have; 0 is no limit. A page beyond a limit is refused as a whole.
 *
 * @param bodySize bytes of an unpacked page
 * @param samples that are left after relabelling
 * @param labels of a sample
 * @param labelNameLength in bytes of UTF-8
 * @param labelValueLength in bytes of UTF-8
 * @param targets of a job; with more, all of them fail
 * @param keepDroppedTargets how many dropped targets of a job are remembered, to be shown
 */
public record Limits(
        long bodySize,
        int samples,
        int labels,
        int labelNameLength,
        int labelValueLength,
        int targets,
        int keepDroppedTargets) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(0, 0, 0, 0, 0, 0, 0);

    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)(B|KB|MB|GB|TB|KiB|MiB|GiB|TiB)");
    private static final Format<Long> BYTES =
            Format.of("a size such as 512B, 64KB or 15MB (1KB is 1024 bytes here)", Limits::bytes);

    /** Prometheus counts by 1024 in both ways of writing. */
    private static Optional<Long> bytes(String text) {
        if (text.equals("0")) {
            return Optional.of(0L);
        }
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        String unit = size.group(2).toUpperCase(Locale.ROOT).replace("IB", "B").replace("B", "iB");
        return ByteSize.parse(size.group(1) + (unit.equals("iB") ? "B" : unit)).map(ByteSize::bytes);
    }

    /**
     * The limits of a section.
     *
     * @param otherwise those that hold where it says nothing, or 0
     */
    static Limits bind(Section section, Limits otherwise) {
        return new Limits(
                orElse(section.value("body_size_limit", BYTES, 0L), otherwise.bodySize()),
                count(section, "sample_limit", otherwise.samples()),
                count(section, "label_limit", otherwise.labels()),
                count(section, "label_name_length_limit", otherwise.labelNameLength()),
                count(section, "label_value_length_limit", otherwise.labelValueLength()),
                count(section, "target_limit", otherwise.targets()),
                count(section, "keep_dropped_targets", otherwise.keepDroppedTargets()));
    }

    private static int count(Section section, String key, int otherwise) {
        return (int) orElse(section.integer(key, 0, Range.atLeast(0)), otherwise);
    }

    private static long orElse(long value, long otherwise) {
        return value == 0 ? otherwise : value;
    }
}

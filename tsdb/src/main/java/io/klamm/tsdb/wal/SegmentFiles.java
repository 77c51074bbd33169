package io.klamm.tsdb.wal;

import io.klamm.tsdb.files.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of segments in a directory: {@code 00000012.wal}. */
final class SegmentFiles {

    private static final Pattern NAME = Pattern.compile("(\\d{8,18})\\.wal");

    private SegmentFiles() {}

    static Path path(Path directory, long number) {
        return directory.resolve(String.format("%08d.wal", number));
    }

    static NavigableSet<Long> list(Disk disk, Path directory) throws IOException {
        NavigableSet<Long> numbers = new TreeSet<>();
        for (Path file : disk.list(directory)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                numbers.add(Long.parseLong(name.group(1)));
            }
        }
        return numbers;
    }
}

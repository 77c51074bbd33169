package io.klamm.notifier.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path directory;

    @Test
    void open_afterAnyCut_hasAllWholeRecordsAndGoesOn() throws IOException {
        try (Journal journal = Journal.open(directory)) {
            for (int i = 0; i < 5; i++) {
                journal.commit(put("k" + i));
            }
        }
        byte[] whole = Files.readAllBytes(log());
        int record = whole.length / 5;
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(log(), Arrays.copyOf(whole, cut));
            try (Journal journal = Journal.open(directory)) {
                assertThat(journal.table("t")).as("cut at %s", cut).hasSize(cut / record);
                journal.commit(put("after"));
            }
            try (Journal journal = Journal.open(directory)) {
                assertThat(journal.table("t")).hasSize(cut / record + 1).containsKey("after");
                assertThat(journal.damaged()).isZero();
            }
        }
    }

    @Test
    void open_aFlippedBit_costsOneRecord() throws IOException {
        try (Journal journal = Journal.open(directory)) {
            for (int i = 0; i < 5; i++) {
                journal.commit(put("k" + i));
            }
        }
        byte[] whole = Files.readAllBytes(log());
        int record = whole.length / 5;
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(log(), damaged);
            try (Journal journal = Journal.open(directory)) {
                assertThat(journal.table("t"))
                        .as("flipped at %s", at)
                        .hasSize(4)
                        .doesNotContainKey("k" + at / record);
            }
        }
    }

    @Test
    void commit_manyChanges_fileStaysSmall() throws IOException {
        try (Journal journal = Journal.open(directory)) {
            for (int i = 0; i < 3000; i++) {
                journal.commit(new Change()
                        .put("t", "same", JsonNodeFactory.instance.textNode("x".repeat(4000)))
                        .put("t", "k" + i % 10, JsonNodeFactory.instance.numberNode(i)));
            }
            assertThat(Files.size(log())).isLessThan(5L << 20);
        }
        try (Journal journal = Journal.open(directory)) {
            assertThat(journal.table("t")).hasSize(11);
            assertThat(journal.table("t").toString()).contains("k9=2999");
        }
    }

    @Test
    void commit_diskFails_isKeptInMemoryAndWrittenWhenItCan() throws IOException {
        Files.write(directory.resolve("file"), new byte[0]);
        Path bad = directory.resolve("file").resolve("sub");
        try (Journal journal = Journal.open(bad)) {
            journal.commit(put("a"));
            assertThat(journal.trouble()).isPresent();
            assertThat(journal.heal()).isFalse();
            assertThat(journal.table("t")).containsKey("a");
            Files.delete(directory.resolve("file"));
            assertThat(journal.heal()).isTrue();
            journal.commit(put("b"));
        }
        try (Journal journal = Journal.open(bad)) {
            assertThat(journal.table("t")).containsOnlyKeys("a", "b");
        }
    }

    private Path log() {
        return directory.resolve("outbox.log");
    }

    private static Change put(String key) {
        return new Change().put("t", key, JsonNodeFactory.instance.textNode("some value"));
    }
}

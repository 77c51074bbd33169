package io.klamm.tsdb.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.model.series.Labels;
import io.klamm.storage.Querier;
import io.klamm.tsdb.files.Disk;
import io.klamm.tsdb.files.SimulatedDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockDirectoryTest {

    private static final Path PARENT = Path.of("/data/blocks");

    private final SimulatedDisk disk = new SimulatedDisk();
    private final Random random = new Random(1);

    @Test
    void open_nothingThere_isEmpty() throws IOException {
        assertThat(BlockDirectory.open(disk, PARENT).blocks()).isEmpty();
    }

    @Test
    void open_leftoversOfACrash_areRemoved() throws IOException {
        BlockMeta old = write(disk, PARENT, 1, List.of());
        BlockMeta merged = write(disk, PARENT, 2, List.of(old.id()));
        disk.createDirectories(PARENT.resolve(BlockId.of(3, random) + ".tmp"));
        disk.rename(
                PARENT.resolve(write(disk, PARENT, 4, List.of()).id().text()),
                PARENT.resolve(BlockId.of(4, random) + ".deleted"));
        BlockDirectory directory = BlockDirectory.open(disk, PARENT);
        assertThat(directory.metas()).containsExactly(merged);
        assertThat(directory.damaged()).isEmpty();
        assertThat(disk.list(PARENT)).containsExactly(PARENT.resolve(merged.id().text()));
    }

    @Test
    void open_replacingBlockDamaged_keepsTheOldOnes() throws IOException {
        BlockMeta old = write(disk, PARENT, 1, List.of());
        BlockMeta merged = write(disk, PARENT, 2, List.of(old.id()));
        disk.damage(PARENT.resolve(merged.id().text()).resolve("index"), 30, 1);
        BlockDirectory directory = BlockDirectory.open(disk, PARENT);
        assertThat(directory.metas()).containsExactly(old);
        assertThat(directory.damaged()).singleElement().satisfies(damaged -> {
            assertThat(damaged.directory()).isEqualTo(PARENT.resolve(merged.id() + ".damaged"));
            assertThat(damaged.reason()).contains(merged.id().text(), "wrong checksum of the");
        });
        assertThat(disk.files(PARENT.resolve(merged.id() + ".damaged"))).hasSize(4);
        assertThat(BlockDirectory.open(disk, PARENT).damaged()).hasSize(1);
    }

    @Test
    void open_otherFiles_areLeftAlone() throws IOException {
        write(disk, PARENT, 1, List.of());
        disk.createDirectories(PARENT.resolve("lost+found"));
        assertThat(BlockDirectory.open(disk, PARENT).blocks()).hasSize(1);
        assertThat(disk.exists(PARENT.resolve("lost+found"))).isTrue();
    }

    @Test
    void delete_blockThatIsRead_canBeReadOn() throws IOException {
        BlockMeta meta = write(disk, PARENT, 1, List.of());
        BlockDirectory directory = BlockDirectory.open(disk, PARENT);
        try (Querier querier = directory.blocks().get(0).querier(0, Long.MAX_VALUE)) {
            directory.delete(List.of(meta.id()));
            assertThat(directory.blocks()).isEmpty();
            assertThat(disk.list(PARENT)).isEmpty();
            assertThat(RandomSeries.read(querier, new ArrayList<>())).hasSize(1);
        }
    }

    @Test
    void snapshot_staysAsItWas(@TempDir Path temporary) throws IOException {
        Disk real = Disk.real();
        Path parent = temporary.resolve("blocks");
        Path target = temporary.resolve("snapshots/one");
        BlockMeta meta = write(real, parent, 1, List.of());
        BlockDirectory directory = BlockDirectory.open(real, parent);
        directory.snapshot(target);
        directory.blocks().get(0).delete(List.of(RandomSeries.ANY), 0, Long.MAX_VALUE);
        directory.snapshot(temporary.resolve("snapshots/two"));
        directory.delete(List.of(meta.id()));
        BlockDirectory one = BlockDirectory.open(real, target);
        assertThat(one.metas()).containsExactly(meta);
        assertThat(one.blocks().get(0).deletions()).isZero();
        assertThat(one.blocks().get(0).verify()).isEmpty();
        assertThat(BlockDirectory.open(real, temporary.resolve("snapshots/two"))
                        .blocks()
                        .get(0)
                        .deletions())
                .isEqualTo(1);
    }

    private BlockMeta write(Disk on, Path parent, long made, List<BlockId> replaces) throws IOException {
        try (BlockWriter writer =
                new BlockWriter(on, parent, BlockId.of(made, random), 1, replaces, BlockSettings.HEAD)) {
            writer.series(Labels.of(Labels.NAME, "m"));
            writer.samples(SeriesSink.NO_GROUP, new long[] {1, 2, 3}, new double[] {1, 2, 3}, 0, 3);
            return writer.finish().orElseThrow();
        }
    }
}

package io.klamm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold for the repository as a whole. */
class RepositoryTest {

    @Test
    void everyRoom_hasAReadme() throws Exception {
        try (Stream<Path> rooms = Files.list(Path.of(".."))) {
            assertThat(rooms.filter(room -> Files.isRegularFile(room.resolve("pom.xml")))
                            .toList())
                    .isNotEmpty()
                    .allSatisfy(room -> assertThat(room.resolve("README.md")).isRegularFile());
        }
    }
}

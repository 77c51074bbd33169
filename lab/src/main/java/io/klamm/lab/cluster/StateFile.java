package io.klamm.lab.cluster;

import io.klamm.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads and writes {@code lab.properties}: whole or not at all. */
final class StateFile {

    private final Path dataDir;
    private final Path file;

    StateFile(Layout layout) {
        this.dataDir = layout.dir();
        this.file = layout.state();
    }

    /** The state, or empty where there is no lab yet. */
    Optional<LabState> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StateText.read(dataDir, Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new LabException("lab state: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    LabState write(LabState state) {
        try {
            Files0600.write(file, StateText.write(state));
            return state;
        } catch (IOException e) {
            throw new LabException("lab state: " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}

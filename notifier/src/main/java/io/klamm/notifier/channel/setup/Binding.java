package io.klamm.notifier.channel.setup;

import io.klamm.config.Section;
import java.nio.file.Path;

/**
 * What a kind reads its settings from.
 *
 * @param section its own
 * @param globals what the file says for all
 * @param directory what relative paths are relative to
 */
public record Binding(Section section, Globals globals, Path directory) {

    /** What the section says of how a service is asked; the default of {@code send_resolved} differs from kind to kind. */
    public Basics basics(boolean sendResolved) {
        return Basics.bind(section, globals, directory, sendResolved);
    }
}

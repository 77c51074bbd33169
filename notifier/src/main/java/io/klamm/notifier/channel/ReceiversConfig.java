package io.klamm.notifier.channel;

import io.klamm.config.Section;
import io.klamm.notifier.channel.setup.Globals;
import io.klamm.notifier.channel.text.Wordings;
import java.nio.file.Path;
import java.util.List;

/**
 * How each receiver is told: the sections {@code receivers}, {@code global} and {@code templates} of an alertmanager.yml.
 *
 * @param wordings the templates that messages are written by
 */
public record ReceiversConfig(List<ReceiverSettings> receivers, Wordings wordings) {

    public ReceiversConfig {
        receivers = List.copyOf(receivers);
    }

    /**
     * Reads the file's sections, and the files of templates that it names; problems are noted there.
     *
     * @param root the whole file, of which others may read other parts
     * @param directory what relative paths are relative to
     */
    public static ReceiversConfig bind(Section root, Path directory) {
        Globals globals = Globals.bind(root.section("global"), directory);
        Wordings wordings = UserTemplates.bind(root, directory);
        List<ReceiverSettings> receivers = root.sections("receivers").stream()
                .map(section -> rehearsed(section, ReceiverSettings.bind(section, globals, directory), wordings))
                .toList();
        return new ReceiversConfig(receivers, wordings);
    }

    private static ReceiverSettings rehearsed(Section section, ReceiverSettings receiver, Wordings wordings) {
        Rehearsal.of(section, receiver, wordings);
        return receiver;
    }
}

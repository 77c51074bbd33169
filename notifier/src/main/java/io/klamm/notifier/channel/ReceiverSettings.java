package io.klamm.notifier.channel;

import io.klamm.config.Section;
import io.klamm.notifier.channel.setup.Binding;
import io.klamm.notifier.channel.setup.ChannelSettings;
import io.klamm.notifier.channel.setup.Globals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the configuration says of one receiver.
 *
 * @param channels the ways in which it is told, in the order of the kinds' names and of the file; none for one that is nobody
 */
public record ReceiverSettings(String name, List<ChannelSettings> channels) {

    public ReceiverSettings {
        channels = List.copyOf(channels);
    }

    static ReceiverSettings bind(Section section, Globals globals, Path directory) {
        Map<String, Function<Binding, ChannelSettings>> kinds = Kinds.all();
        Kinds.NOT_BUILT.stream().filter(section::has).forEach(key -> {
            section.ignore(key);
            section.problem(
                    key,
                    "a receiver that is not built in Klamm (expected: one of " + String.join(", ", kinds.keySet())
                            + ")");
        });
        List<ChannelSettings> channels = new ArrayList<>();
        kinds.forEach((key, bind) ->
                channels.addAll(section.sections(key, item -> bind.apply(new Binding(item, globals, directory)))));
        return new ReceiverSettings(section.string("name", "?"), channels);
    }
}

package io.klamm.notifier.channel;

import io.klamm.config.Section;
import io.klamm.model.alert.Alert;
import io.klamm.model.series.Labels;
import io.klamm.notifier.channel.setup.ChannelContext;
import io.klamm.notifier.channel.text.Expander;
import io.klamm.notifier.channel.text.Previewing;
import io.klamm.notifier.channel.text.Wordings;
import io.klamm.notifier.message.Channel;
import io.klamm.notifier.message.Message;
import io.klamm.template.value.TemplateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Has each channel write two messages that nobody gets, so that mistakes in templates show when the file is read and not when something is wrong. */
final class Rehearsal {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
    private static final String WHILE_RUNNING = "executing";

    private final Set<String> failures = new LinkedHashSet<>();
    private final ChannelContext context;

    private Rehearsal(Wordings wordings) {
        Wordings heard = new Wordings(heard(wordings.english()), heard(wordings.korean()));
        context = new ChannelContext(Runnable::run, Clock.fixed(AT, ZoneOffset.UTC), "http://localhost", heard);
    }

    /** Notes what is wrong in a receiver's section: what cannot be understood is a problem, what fails with our example is a warning. */
    static void of(Section section, ReceiverSettings receiver, Wordings wordings) {
        Rehearsal rehearsal = new Rehearsal(wordings);
        receiver.channels().forEach(settings -> {
            try (Channel channel = settings.open(rehearsal.context)) {
                rehearsal.play(channel);
            }
        });
        rehearsal.failures.forEach(failure -> note(section, failure));
    }

    private static void note(Section section, String failure) {
        if (failure.contains(WHILE_RUNNING)) {
            section.warning(failure);
        } else {
            section.problem(failure + " (expected: a template of Go)");
        }
    }

    private void play(Channel channel) {
        if (channel instanceof Previewing shows) {
            shows.preview(message(AT.plusSeconds(60)));
            shows.preview(message(AT.minusSeconds(60)));
        }
    }

    private Expander heard(Expander expander) {
        return (template, data, html) -> {
            try {
                return expander.expand(template, data, html);
            } catch (TemplateException e) {
                failures.add(String.valueOf(e.getMessage()));
                throw e;
            }
        };
    }

    private static Message message(Instant endsAt) {
        Labels labels = Labels.of("alertname", "Example", "severity", "warning", "cluster", "c", "group", "g");
        Alert alert = Alert.of(
                labels,
                Map.of("summary", "An example", "description", "An example"),
                AT.minus(Duration.ofMinutes(5)),
                endsAt,
                "http://localhost");
        Labels group = Labels.of("alertname", "Example");
        return new Message("example", "example", "example", "example", group, List.of(alert), AT, 0, new TreeMap<>());
    }
}

package io.klamm.config;

import java.util.Iterator;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The parser's events, one by one; whatever goes wrong is a {@link YamlEngineException} or {@link Abandoned}. */
final class YamlEvents {

    private final Iterator<Event> events;
    private Position last = Position.START;

    YamlEvents(String text, String file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    boolean hasNext() {
        return guarded(events::hasNext);
    }

    Event next() {
        Event event = guarded(events::next);
        last = at(event);
        return event;
    }

    /** Where an event begins. */
    static Position at(Event event) {
        return event.getStartMark()
                .map(mark -> new Position(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Position.START);
    }

    private <T> T guarded(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (YamlEngineException notYaml) {
            throw notYaml;
        } catch (RuntimeException mistakeOfTheParser) {
            // For example a NumberFormatException where a file ends in a double-quoted backslash and x.
            throw new Abandoned(last, "not understood as YAML after this (expected: YAML 1.2)");
        }
    }
}

package io.klamm.notifier.config;

import io.klamm.config.Section;
import io.klamm.notifier.time.CalendarSpan;
import io.klamm.notifier.time.Span;
import io.klamm.notifier.time.TimeInterval;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections {@code time_intervals} and, as it was called before, {@code mute_time_intervals}. */
final class TimeSection {

    private static final List<String> KEYS = List.of("time_intervals", "mute_time_intervals");

    private TimeSection() {}

    static Map<String, TimeInterval> bind(Section root) {
        Map<String, TimeInterval> intervals = new LinkedHashMap<>();
        for (String key : KEYS) {
            for (Section section : root.sections(key)) {
                String name = section.string("name");
                TimeInterval interval = new TimeInterval(name, section.sections("time_intervals", TimeSection::span));
                if (intervals.putIfAbsent(name, interval) != null) {
                    section.refuse("name", "a name of its own");
                }
            }
        }
        return intervals;
    }

    private static CalendarSpan span(Section section) {
        return new CalendarSpan(
                minutes(section.sections("times")),
                section.list("weekdays", TimeForms.WEEKDAY, List.of()),
                section.list("days_of_month", TimeForms.DAYS, List.of()),
                section.list("months", TimeForms.MONTH, List.of()),
                section.list("years", TimeForms.YEAR, List.of()),
                section.value("location", TimeForms.ZONE, ZoneOffset.UTC));
    }

    private static List<Span> minutes(List<Section> sections) {
        List<Span> spans = new ArrayList<>();
        for (Section section : sections) {
            int start = section.required("start_time", TimeForms.TIME, 0);
            int end = section.required("end_time", TimeForms.TIME, start + 1);
            if (start < end) {
                spans.add(new Span(start, end - 1));
            } else {
                section.refuse("end_time", "a time after start_time");
            }
        }
        return spans;
    }
}

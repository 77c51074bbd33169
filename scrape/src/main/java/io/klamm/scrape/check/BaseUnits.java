package io.klamm.scrape.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units that metrics are kept in, and those that they should not be kept in. */
final class BaseUnits {

    private static final List<String> PREFIXES = List.of(
            "", "pico", "nano", "micro", "milli", "centi", "deci", "deca", "hecto", "kilo", "kibi", "mega", "mibi",
            "giga", "gibi", "tera", "tebi", "peta", "pebi");

    /** Each unit with its base unit. */
    private static final Map<String, String> BASES = bases();

    private BaseUnits() {}

    private static Map<String, String> bases() {
        Map<String, String> bases = new LinkedHashMap<>();
        for (String base : List.of(
                "amperes", "bytes", "celsius", "grams", "joules", "kelvin", "meters", "metres", "seconds", "volts")) {
            bases.put(base, base);
        }
        put(bases, "seconds", "minutes", "hours", "days", "weeks");
        put(bases, "kelvin", "kelvins");
        put(bases, "celsius", "fahrenheit", "rankine");
        put(bases, "meters", "inches", "yards", "miles");
        put(bases, "bytes", "bits");
        put(bases, "joules", "calories");
        put(bases, "grams", "pounds", "ounces");
        return bases;
    }

    private static void put(Map<String, String> bases, String base, String... units) {
        for (String unit : units) {
            bases.put(unit, base);
        }
    }

    /** What to do about the unit in a metric's name; nothing if there is none, or if it is a base unit. */
    static Optional<String> advice(String metric) {
        List<String> words = List.of(metric.split("_", -1));
        for (Map.Entry<String, String> unit : BASES.entrySet()) {
            for (String prefix : PREFIXES) {
                String written = prefix + unit.getKey();
                if (words.contains(written)) {
                    return written.equals(unit.getValue())
                            ? Optional.empty()
                            : Optional.of("use base unit \"" + unit.getValue() + "\" instead of \"" + written + "\"");
                }
            }
        }
        return Optional.empty();
    }
}

package io.klamm.discovery.kafka;

import io.klamm.model.Broker;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a target's port follows from a broker: a number, or a text in which <code>{id}</code>, <code>{id+7070}</code>, <code>{port}</code> and <code>{port+1}</code>
 * stand for the broker's.
 *
 * @param text as it is written
 */
record PortTemplate(String text) {

    private static final int LARGEST = 65_535;
    private static final Pattern PART = Pattern.compile("([0-9]{1,5})|\\{(id|port)(?:\\+([0-9]{1,5}))?\\}");

    static Optional<PortTemplate> parse(String text) {
        Matcher part = PART.matcher(text);
        int end = 0;
        while (part.find() && part.start() == end) {
            end = part.end();
        }
        boolean whole = end == text.length() && end > 0;
        boolean number = text.matches("[0-9]+");
        return whole && (!number || inRange(text)) ? Optional.of(new PortTemplate(text)) : Optional.empty();
    }

    /** The port beside a broker; nothing if it comes to none. */
    Optional<String> port(Broker broker) {
        StringBuilder port = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) != null) {
                port.append(part.group(1));
            } else {
                int base = "id".equals(part.group(2)) ? broker.id() : broker.port();
                int more = part.group(3) == null ? 0 : Integer.parseInt(part.group(3));
                port.append((long) base + more);
            }
        }
        return inRange(port.toString()) ? Optional.of(port.toString()) : Optional.empty();
    }

    private static boolean inRange(String port) {
        if (!port.matches("[0-9]{1,5}")) {
            return false;
        }
        int number = Integer.parseInt(port);
        return number >= 1 && number <= LARGEST;
    }
}

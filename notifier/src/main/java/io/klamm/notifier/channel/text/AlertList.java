package io.klamm.notifier.channel.text;

import io.klamm.template.value.Fields;
import io.klamm.template.value.TemplateFunction;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts with the methods {@code Firing} and {@code Resolved}. */
final class AlertList extends AbstractList<Fields> implements Fields {

    private final List<Fields> alerts;

    AlertList(List<Fields> alerts) {
        this.alerts = List.copyOf(alerts);
    }

    @Override
    public Fields get(int index) {
        return alerts.get(index);
    }

    @Override
    public int size() {
        return alerts.size();
    }

    @Override
    public String typeName() {
        return "template.Alerts";
    }

    @Override
    public boolean hasField(String name) {
        return name.equals("Firing") || name.equals("Resolved");
    }

    @Override
    public @Nullable Object field(String name) {
        return switch (name) {
            case "Firing" -> only("firing");
            case "Resolved" -> only("resolved");
            default -> null;
        };
    }

    private TemplateFunction only(String status) {
        return arguments -> new AlertList(alerts.stream()
                .filter(alert -> status.equals(alert.field("Status")))
                .toList());
    }
}

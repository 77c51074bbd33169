package io.klamm.notifier.channel.http;

import io.klamm.config.Secret;
import io.klamm.notifier.message.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes secrets out of words that come from elsewhere, such as an answer that repeats what we sent. */
public final class Mask {

    /** Shorter ones would also be found in innocent words. */
    private static final int SHORTEST = 4;

    private static final String HIDDEN = "***";

    private final List<String> secrets;

    private Mask(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Hides these, the longest first. */
    public static Mask of(List<Secret> secrets) {
        List<String> values = new ArrayList<>(secrets.stream()
                .map(Secret::reveal)
                .filter(value -> value.length() >= SHORTEST)
                .toList());
        values.sort(Comparator.comparingInt(String::length).reversed());
        return new Mask(values);
    }

    /** The text without them. */
    public String hide(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, HIDDEN);
        }
        return masked;
    }

    /** The same outcome, for a reason without them. */
    public Delivery hide(Delivery delivery) {
        if (delivery instanceof Delivery.Retry retry) {
            return new Delivery.Retry(hide(retry.reason()), retry.after());
        }
        return delivery instanceof Delivery.Refused refused ? new Delivery.Refused(hide(refused.reason())) : delivery;
    }
}

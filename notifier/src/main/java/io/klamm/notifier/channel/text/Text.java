package io.klamm.notifier.channel.text;

import io.klamm.notifier.message.Message;
import io.klamm.template.value.TemplateException;

/**
 * The texts of one message.
 *
 * <p>A template that fails does not keep people from being told: in its place stands a summary with the reason. For one thread.
 */
public final class Text {

    private final Wording wording;
    private final Message message;

    Text(Wording wording, Message message) {
        this.wording = wording;
        this.message = message;
    }

    /** The text of a template, whatever its length. */
    public String of(String template, Escape escape) {
        return expanded(template, escape, message.alerts().size());
    }

    /** The same, for where nothing is to be escaped. */
    public String plain(String template) {
        return of(template, Escape.NONE);
    }

    /** A short text, such as a title: cut to a number of UTF-16 characters. */
    public String line(String template, Escape escape, int limit) {
        return Cut.to(of(template, escape).strip(), limit);
    }

    /** A text of all alerts, or else of as many as fit into a number of UTF-16 characters, and a sentence that says how many more there are. */
    public String fitting(String template, Escape escape, int limit) {
        int most = message.alerts().size();
        String whole = withNote(expanded(template, escape, most), most, escape);
        if (whole.length() <= limit) {
            return whole;
        }
        int fits = 0;
        int tooMany = most;
        String best = "";
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            String text = withNote(expanded(template, escape, middle), middle, escape);
            if (text.length() <= limit) {
                fits = middle;
                best = text;
            } else {
                tooMany = middle;
            }
        }
        return fits > 0 ? best : cut(template, escape, limit);
    }

    /** Not even one alert fits as it is meant to be: so it is told in short, for a text with marks in it cannot be cut anywhere. */
    private String cut(String template, Escape escape, int limit) {
        String note = Words.more(wording, message.truncated() + message.alerts().size() - 1);
        String end = note.isEmpty() ? "" : "\n" + escape.apply(note);
        String text = escape.marked() ? escape.apply(Words.summary(message)) : expanded(template, escape, 1);
        return Cut.to(text, limit - end.length()) + end;
    }

    private String withNote(String text, int told, Escape escape) {
        String note = Words.more(wording, message.truncated() + message.alerts().size() - told);
        return note.isEmpty() ? text : text.stripTrailing() + "\n" + escape.apply(note);
    }

    private String expanded(String template, Escape escape, int alerts) {
        if (!template.contains("{{")) {
            return template;
        }
        try {
            boolean html = escape == Escape.HTML;
            AlertData data = new AlertData(message, wording.externalUrl(), html ? Escape.NONE : escape);
            return wording.expander().expand(template, data.of(alerts), html);
        } catch (TemplateException e) {
            return escape.apply(Words.summary(message) + " (template: " + e.getMessage() + ")");
        }
    }
}

package io.klamm.notifier.channel.text;

import io.klamm.notifier.message.Message;

/** Something that can show what it would send. */
public interface Previewing {

    /** Writes a message as it would be sent, and sends nothing. */
    Preview preview(Message message);
}

package io.klamm.web.alerts;

import io.klamm.model.alert.Alert;
import io.klamm.model.alert.AlertEvent;
import io.klamm.model.alert.AlertGroup;
import io.klamm.model.alert.DeadLetter;
import io.klamm.model.alert.KeptAlert;
import io.klamm.model.alert.ReceiverStatus;
import io.klamm.model.alert.Silence;
import java.time.Instant;
import java.util.List;

/** What the notifier lets people see and do. Safe from any thread; what changes something returns when it is on the disk. */
public interface AlertDesk {

    /** Since when it runs. */
    Instant startedAt();

    /** Its configuration as YAML, without secrets. */
    String configuration();

    /** Takes alerts from elsewhere. Returns when they are on the disk. */
    void accept(List<Alert> alerts);

    /** All that are not forgotten, those that are over among them. */
    List<KeptAlert> alerts();

    /** The same, as they are told. */
    List<AlertGroup> groups();

    /** All receivers of the configuration, in its order. */
    List<ReceiverStatus> receivers();

    /** All that are not forgotten, expired ones among them. */
    List<Silence> silences();

    /**
     * Makes a silence, or changes that of its id: one whose past would change ends, and another is made.
     *
     * @return the id of the silence as it is from now on
     * @throws IllegalArgumentException saying what is wrong with it, an id that is not known among that
     */
    String set(Silence silence);

    /** Ends a silence now. False if there is none of this id that could end. */
    boolean expire(String silenceId);

    /** Messages that were given up. */
    List<DeadLetter> deadLetters();

    /** Tries a message that was given up again. False if there is none of this id. */
    boolean retry(String deadLetterId);

    /** Forgets a message that was given up. False if there is none of this id. */
    boolean drop(String deadLetterId);

    /** What happened to alerts from {@code from} (included) to {@code to} (not included), oldest first. */
    List<AlertEvent> history(Instant from, Instant to);

    /**
     * Sends an example to a receiver at once, without keeping it.
     *
     * @return for each channel its kind and how it went, such as {@code slack: accepted}
     * @throws IllegalArgumentException if there is no such receiver
     */
    List<String> test(String receiver);
}

package io.klamm.rules.text;

import io.klamm.template.value.Functions;
import java.time.Instant;

/** The functions that templates of one evaluation may call. Safe from any thread. */
public interface TimedFunctions {

    /** No functions but the language's own. */
    TimedFunctions NONE = at -> Functions.none();

    /** The functions at a time, at which what they ask is asked. */
    Functions at(Instant time);
}

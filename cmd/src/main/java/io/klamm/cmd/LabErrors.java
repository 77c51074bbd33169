package io.klamm.cmd;

import io.klamm.lab.LabException;
import java.util.concurrent.Callable;

/** What goes wrong in the lab and its clients is for the person to mend. */
final class LabErrors {

    private LabErrors() {}

    /** Runs the action; its {@link LabException} becomes a {@link UserException} with the same words. */
    static int forThePerson(Callable<Integer> action) throws Exception {
        try {
            return action.call();
        } catch (LabException | IllegalArgumentException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }
}

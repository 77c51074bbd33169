package io.klamm.promql.budget;

/** Word from whoever asked that an answer is no longer wanted. Safe from any thread; heard within a moment. */
public final class Cancellation {

    private volatile boolean canceled;

    public void cancel() {
        canceled = true;
    }

    public boolean canceled() {
        return canceled;
    }
}

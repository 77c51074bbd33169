package io.klamm.storage.remote.send;

import java.util.ArrayDeque;
import java.util.List;

/**
 * One request of a round, and what it was divided into: these go out one after the other, the older samples first, since a destination may take no older sample after a newer
 * one. For one thread.
 */
final class Lane {

    private final ArrayDeque<Delivery> deliveries = new ArrayDeque<>();
    private final SplitBudget budget;

    Lane(Part part, SplitBudget budget) {
        this.budget = budget;
        deliveries.add(new Delivery(part));
    }

    boolean isEmpty() {
        return deliveries.isEmpty();
    }

    /** What is to be sent next; only of a lane that is not empty. */
    Delivery first() {
        return deliveries.getFirst();
    }

    /** The first is settled; so many of its samples got through. */
    void settled(int kept) {
        deliveries.removeFirst();
        if (kept > 0) {
            budget.saved();
        }
        if (deliveries.isEmpty()) {
            budget.end();
        }
    }

    /** Puts its halves in the place of the first; false if it cannot be divided, or has been often enough. */
    boolean divide() {
        Part part = first().part();
        boolean oneTime = part.firstTime() == part.lastTime();
        List<Part> halves = budget.take(oneTime) ? part.halves() : List.of();
        if (halves.isEmpty()) {
            return false;
        }
        deliveries.removeFirst();
        for (int i = halves.size() - 1; i >= 0; i--) {
            deliveries.addFirst(new Delivery(halves.get(i)));
        }
        return true;
    }
}

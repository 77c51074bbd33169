package io.klamm.web.burrow;

import java.util.Optional;
import java.util.function.Predicate;

/** Finds what a name in a path means. */
final class Names {

    private final BurrowViews views;
    private final boolean unescapeAgain;

    /** @param unescapeAgain whether a name that is not known may be meant with its percent signs decoded */
    Names(BurrowViews views, boolean unescapeAgain) {
        this.views = views;
        this.unescapeAgain = unescapeAgain;
    }

    Optional<BurrowView> cluster(String written) {
        String name = resolve(written, known -> find(known).isPresent());
        return find(name);
    }

    private Optional<BurrowView> find(String name) {
        return views.clusters().stream()
                .filter(view -> view.cluster().equals(name))
                .findFirst();
    }

    /** The name that is known: as it was written, else decoded once more, else as it was written. */
    String resolve(String written, Predicate<String> known) {
        if (!unescapeAgain || written.indexOf('%') < 0 || known.test(written)) {
            return written;
        }
        return GoPath.unescape(written).filter(known).orElse(written);
    }
}

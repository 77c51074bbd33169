package io.klamm.scrape.series;

/** A page that is well written and still not taken: one of its series is beyond a limit. Does not leave this package. */
final class PageRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    PageRefusedException(String message) {
        super(message);
    }
}

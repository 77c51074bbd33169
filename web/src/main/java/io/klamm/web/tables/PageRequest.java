package io.klamm.web.tables;

/**
 * Which page is asked for.
 *
 * @param page from 1
 * @param pageSize rows a page, from 1
 */
public record PageRequest(int page, int pageSize) {

    /** How many rows lie on the pages before it. */
    public long firstRow() {
        return (page - 1L) * pageSize;
    }
}

package io.klamm.web.tables;

/** A row of a table that can be searched. */
interface Row {

    /** What a search looks in, in lower case. */
    String searchKey();
}

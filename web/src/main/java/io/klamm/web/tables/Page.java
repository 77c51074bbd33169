package io.klamm.web.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of rows.
 *
 * @param total rows that match, on all pages
 */
public record Page<R>(int page, int pageSize, int total, List<R> rows) {

    static <R> Page<R> of(List<R> matching, PageRequest request) {
        int from = (int) Math.min(request.firstRow(), matching.size());
        int to = (int) Math.min(request.firstRow() + request.pageSize(), matching.size());
        return new Page<>(
                request.page(), request.pageSize(), matching.size(), new ArrayList<>(matching.subList(from, to)));
    }
}

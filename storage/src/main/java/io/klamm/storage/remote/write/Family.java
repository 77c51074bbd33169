package io.klamm.storage.remote.write;

import java.util.List;

/** The name of a metric's family, from the name of one of its series: remote write 2.0 describes series, stores describe families. */
final class Family {

    private static final int HISTOGRAM = 3;
    private static final int GAUGE_HISTOGRAM = 4;
    private static final int SUMMARY = 5;

    private Family() {}

    /** @param type as on the wire */
    static String of(String series, int type) {
        List<String> endings =
                switch (type) {
                    case HISTOGRAM -> List.of("_bucket", "_sum", "_count");
                    case GAUGE_HISTOGRAM -> List.of("_bucket", "_gsum", "_gcount");
                    case SUMMARY -> List.of("_sum", "_count");
                    default -> List.<String>of();
                };
        for (String ending : endings) {
            if (series.endsWith(ending)) {
                return series.substring(0, series.length() - ending.length());
            }
        }
        return series;
    }
}

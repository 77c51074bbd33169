package io.klamm.kafka;

import io.klamm.model.OffsetRange;

/** Told what a {@link RangeReader} has counted, on its thread; must not block. */
public interface RangeListener {

    /**
     * A question was answered.
     *
     * @param range what was asked for; where it reaches beyond the last stable offset (a transaction is open, or there is no more yet), its beginning up to there
     * @param records that a consumer which reads committed records only can read in it now, {@link RangeReader#LIMIT} at most
     */
    void counted(OffsetRange range, long records);
}

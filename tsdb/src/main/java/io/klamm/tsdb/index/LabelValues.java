package io.klamm.tsdb.index;

import io.klamm.model.series.CodePointOrder;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** The distinct values of one label, sorted by the bytes of UTF-8, each at a place from 0, with the series that have it. */
public interface LabelValues {

    /** No value. */
    LabelValues NONE = new LabelValues() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public String value(int place) {
            throw new IndexOutOfBoundsException(place);
        }

        @Override
        public ImmutableRoaringBitmap series(int place) {
            throw new IndexOutOfBoundsException(place);
        }
    };

    /** How many values there are. */
    int size();

    /** The value at a place. */
    String value(int place);

    /** The numbers of the series with the value at a place. */
    ImmutableRoaringBitmap series(int place);

    /** The place of a value, or {@code -(place where it would be) - 1}. */
    default int find(String value) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = CodePointOrder.INSTANCE.compare(value(middle), value);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** The numbers of the series with this value; none if there is no such value. */
    default ImmutableRoaringBitmap series(String value) {
        int place = find(value);
        return place < 0 ? new MutableRoaringBitmap() : series(place);
    }
}

package io.klamm.web.prometheus;

import io.klamm.promql.value.Matrix;
import io.klamm.promql.value.MatrixSeries;
import io.klamm.promql.value.Scalar;
import io.klamm.promql.value.StringValue;
import io.klamm.promql.value.Value;
import io.klamm.promql.value.Vector;

/** Writes the value of a query. */
final class ValueJson {

    private ValueJson() {}

    /**
     * Writes {@code "resultType":...,"result":...}.
     *
     * @param limit at most so many series; 0 for all
     */
    static void write(JsonBytes json, Value value, int limit) {
        if (value instanceof Scalar scalar) {
            json.raw("\"resultType\":\"scalar\",\"result\":").sample(scalar.time(), scalar.value());
        } else if (value instanceof StringValue string) {
            json.raw("\"resultType\":\"string\",\"result\":[")
                    .time(string.time())
                    .raw(',')
                    .text(string.value())
                    .raw(']');
        } else if (value instanceof Vector vector) {
            vector(json, vector, limit);
        } else if (value instanceof Matrix matrix) {
            matrix(json, matrix, limit);
        }
    }

    /** How many series the value has; 0 for a scalar or a text. */
    static int series(Value value) {
        return value instanceof Vector vector
                ? vector.size()
                : value instanceof Matrix matrix ? matrix.series().size() : 0;
    }

    private static void vector(JsonBytes json, Vector vector, int limit) {
        json.raw("\"resultType\":\"vector\",\"result\":[");
        int count = limited(vector.size(), limit);
        for (int i = 0; i < count; i++) {
            json.raw(i == 0 ? "{\"metric\":" : ",{\"metric\":")
                    .labels(vector.labels(i))
                    .raw(",\"value\":")
                    .sample(vector.time(), vector.value(i))
                    .raw('}');
        }
        json.raw(']');
    }

    private static void matrix(JsonBytes json, Matrix matrix, int limit) {
        json.raw("\"resultType\":\"matrix\",\"result\":[");
        int count = limited(matrix.series().size(), limit);
        for (int i = 0; i < count; i++) {
            MatrixSeries series = matrix.series().get(i);
            json.raw(i == 0 ? "{\"metric\":" : ",{\"metric\":")
                    .labels(series.labels())
                    .raw(",\"values\":[");
            for (int point = 0; point < series.size(); point++) {
                if (point > 0) {
                    json.raw(',');
                }
                json.sample(series.time(point), series.value(point));
            }
            json.raw("]}");
        }
        json.raw(']');
    }

    private static int limited(int size, int limit) {
        return limit > 0 && limit < size ? limit : size;
    }
}

package io.klamm.promql.functions;

/** Functions that a glance at a window answers. */
abstract class PickKernel extends SampleKernel {

    static PickKernel count() {
        return new PickKernel() {
            @Override
            double value(int step, int low, int high) {
                return high - low;
            }
        };
    }

    static PickKernel present() {
        return new PickKernel() {
            @Override
            double value(int step, int low, int high) {
                return 1;
            }
        };
    }

    static PickKernel first() {
        return new PickKernel() {
            @Override
            double value(int step, int low, int high) {
                return values[low];
            }
        };
    }

    static PickKernel last() {
        return new PickKernel() {
            @Override
            double value(int step, int low, int high) {
                return values[high - 1];
            }
        };
    }

    static PickKernel timeOfFirst() {
        return new PickKernel() {
            @Override
            double value(int step, int low, int high) {
                return times[low] / 1000.0;
            }
        };
    }

    static PickKernel timeOfLast() {
        return new PickKernel() {
            @Override
            double value(int step, int low, int high) {
                return times[high - 1] / 1000.0;
            }
        };
    }
}

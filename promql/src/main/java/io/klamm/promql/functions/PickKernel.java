package io.klamm.promql.functions;

import io.klamm.storage.ChunkSummary;
import io.klamm.storage.SampleBuffer;

/** Functions that a glance at a window answers. */
abstract class PickKernel extends SampleKernel {

    static PickKernel present() {
        return new PickKernel() {
            @Override
            public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
                samples.add(last, 1);
                return true;
            }

            @Override
            double value(int step, int low, int high) {
                return 1;
            }
        };
    }

    static PickKernel first() {
        return new PickKernel() {
            @Override
            public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
                samples.add(first, chunk.first());
                return true;
            }

            @Override
            double value(int step, int low, int high) {
                return values[low];
            }
        };
    }

    static PickKernel last() {
        return new PickKernel() {
            @Override
            public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
                samples.add(last, chunk.last());
                return true;
            }

            @Override
            double value(int step, int low, int high) {
                return values[high - 1];
            }
        };
    }

    static PickKernel timeOfFirst() {
        return new PickKernel() {
            @Override
            public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
                samples.add(first, chunk.first());
                return true;
            }

            @Override
            double value(int step, int low, int high) {
                return times[low] / 1000.0;
            }
        };
    }

    static PickKernel timeOfLast() {
        return new PickKernel() {
            @Override
            public boolean condense(ChunkSummary chunk, long first, long last, SampleBuffer samples) {
                samples.add(last, chunk.last());
                return true;
            }

            @Override
            double value(int step, int low, int high) {
                return times[high - 1] / 1000.0;
            }
        };
    }
}

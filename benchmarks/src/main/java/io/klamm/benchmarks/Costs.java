package io.klamm.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What this process has used up.
 *
 * @param seconds of wall clock
 * @param cpuSeconds of all its threads
 * @param compilingSeconds that the virtual machine's compiler has worked
 * @param collectingSeconds that garbage was collected
 */
record Costs(double seconds, double cpuSeconds, double compilingSeconds, double collectingSeconds) {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    static Costs now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return new Costs(
                System.nanoTime() / NANOS,
                system.getProcessCpuTime() / NANOS,
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / MILLIS,
                collecting / MILLIS);
    }

    Costs since(Costs before) {
        return new Costs(
                seconds - before.seconds,
                cpuSeconds - before.cpuSeconds,
                compilingSeconds - before.compilingSeconds,
                collectingSeconds - before.collectingSeconds);
    }

    String text(long commits) {
        return String.format(
                Locale.ROOT,
                "%,d commits in %.2f s (%,.0f a second), %.2f s of CPU (%,.0f a CPU-second), of it %.2f s compiling, %.2f s collecting",
                commits,
                seconds,
                commits / seconds,
                cpuSeconds,
                commits / cpuSeconds,
                compilingSeconds,
                collectingSeconds);
    }
}

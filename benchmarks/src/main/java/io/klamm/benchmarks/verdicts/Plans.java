package io.klamm.benchmarks.verdicts;

import io.klamm.benchmarks.verdicts.Plan.Clients;
import io.klamm.benchmarks.verdicts.Plan.Reset;
import io.klamm.benchmarks.verdicts.Plan.Stretch;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;

/** All kinds of lives that groups lead; each seed gives other rates, rhythms and moments. */
final class Plans {

    private static final double[] RHYTHMS = {0.1, 1, 5, 5, 15, 60};

    private Plans() {}

    /** Every kind, healthy ones first. */
    static List<LongFunction<Plan>> all() {
        return List.of(
                Plans::steady,
                Plans::bursts,
                Plans::oneByOne,
                Plans::shortPauses,
                Plans::transactions,
                Plans::openTransaction,
                Plans::restarts,
                Plans::ramp,
                Plans::slowBatches,
                Plans::recovery,
                Plans::oneAfterTheOther,
                Plans::unsubscribed,
                Plans::start,
                Plans::smallReplay,
                Plans::overload,
                Plans::slightOverload,
                Plans::overloadAfterIdle,
                Plans::crash,
                Plans::hang,
                Plans::stuck,
                Plans::reset,
                Plans::secondReset,
                Plans::deadOnSlowTopic,
                Plans::retention);
    }

    private static Plan plan(String name, long seed, Random random) {
        Plan plan = new Plan(name, seed);
        plan.partitions = 1 + random.nextInt(4);
        plan.commitEvery = RHYTHMS[random.nextInt(RHYTHMS.length)];
        plan.recommits = random.nextBoolean();
        double rate = Math.pow(10, random.nextDouble() * 3.3);
        plan.written = jitter(time -> rate, random.nextLong());
        plan.capacity = time -> rate * 5 + 10;
        return plan;
    }

    /** Rates are never quite even. */
    private static DoubleUnaryOperator jitter(DoubleUnaryOperator rate, long seed) {
        return time -> {
            Random random = new Random(seed + (long) time);
            random.nextDouble();
            return rate.applyAsDouble(time) * (0.8 + 0.4 * random.nextDouble());
        };
    }

    private static double moment(Random random) {
        return 1500 + random.nextInt(900);
    }

    private static Plan steady(long seed) {
        return plan("keeps up", seed, new Random(seed));
    }

    private static Plan bursts(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("bursts that it works off", seed, random);
        double rate = 20 + random.nextInt(200);
        double length = 20 + random.nextInt(70);
        plan.written = jitter(time -> time % 600 < length ? 6 * rate : rate, seed);
        plan.capacity = time -> 3 * rate;
        return plan;
    }

    private static Plan oneByOne(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("a record now and then", seed, random);
        double every = 60 + random.nextInt(1800);
        plan.written = time -> 1 / every;
        return plan;
    }

    private static Plan shortPauses(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("commits often, pauses shortly", seed, random);
        plan.commitEvery = 0.1 + random.nextInt(2);
        for (double time = 600 + random.nextInt(300); time < 5000; time += 300 + random.nextInt(600)) {
            plan.clients(time, time + 10 + random.nextInt(50), Clients.HANGING);
        }
        return plan;
    }

    private static Plan transactions(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("transactions, caught up", seed, random);
        double every = 30 + random.nextInt(600);
        plan.written = time -> time % every < 5 ? 20 : 0;
        plan.markerEvery = every;
        plan.commitsBelowMarker = true;
        plan.recommits = true;
        plan.commitEvery = 5;
        return plan;
    }

    private static Plan openTransaction(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("waits for an open transaction", seed, random);
        double at = moment(random);
        plan.openTransactions.add(new Stretch(at, at + 300 + random.nextInt(900)));
        plan.capacity = time -> 20_000;
        return plan;
    }

    private static Plan restarts(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("restarts and rebalances", seed, random);
        plan.commitEvery = Math.min(15, plan.commitEvery);
        for (double time = 900 + random.nextInt(300); time < 5000; time += 600 + random.nextInt(600)) {
            boolean alone = random.nextBoolean();
            plan.clients(time, time + 10 + random.nextInt(30), alone ? Clients.LEFT : Clients.REBALANCING);
        }
        return plan;
    }

    private static Plan ramp(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("load that rises slowly", seed, random);
        double rate = 10 + random.nextInt(100);
        plan.written = jitter(time -> rate * (1 + 5 * time / 5400), seed);
        plan.capacity = time -> rate * 12;
        return plan;
    }

    private static Plan slowBatches(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("commits every few minutes", seed, random);
        plan.commitEvery = 90 + random.nextInt(210);
        return plan;
    }

    private static Plan recovery(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("works off a backlog", seed, random);
        double rate = 20 + random.nextInt(200);
        plan.written = jitter(time -> rate, seed);
        plan.capacity = fixed(rate * (1.3 + random.nextInt(2)));
        plan.backlog = (long) (rate * 3600);
        return plan;
    }

    private static DoubleUnaryOperator fixed(double value) {
        return time -> value;
    }

    /** It takes what one partition has, works on it for a while, and then turns to the next. */
    private static Plan oneAfterTheOther(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("one partition after the other", seed, random);
        plan.partitions = 3 + random.nextInt(3);
        plan.turnEvery = 5 + random.nextInt(20);
        plan.commitEvery = 1;
        plan.recommits = false;
        return plan;
    }

    private static Plan unsubscribed(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("left the topic for another", seed, random);
        plan.unsubscribed = moment(random);
        return plan;
    }

    private static Plan start(long seed) {
        Plan plan = plan("the first minutes", seed, new Random(seed));
        plan.seconds = 240;
        return plan;
    }

    private static Plan smallReplay(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("reads a little again", seed, random);
        for (double time = 900 + random.nextInt(300); time < 5000; time += 900) {
            plan.resets.add(new Reset(time, 1 + random.nextInt(20)));
        }
        return plan;
    }

    private static Plan overload(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("reads 20 to 85 % of what is written", seed, random);
        double rate = 20 + random.nextInt(500);
        double share = 0.2 + 0.65 * random.nextDouble();
        double at = moment(random);
        plan.written = jitter(time -> rate, seed);
        plan.capacity = time -> time < at ? 3 * rate : share * rate;
        return plan.trouble(at, plan.seconds);
    }

    private static Plan slightOverload(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("reads 90 to 95 % of what is written", seed, random);
        double rate = 20 + random.nextInt(500);
        double share = 0.90 + 0.05 * random.nextDouble();
        double at = moment(random);
        plan.written = jitter(time -> rate, seed);
        plan.capacity = time -> time < at ? 3 * rate : share * rate;
        return plan.trouble(at, plan.seconds);
    }

    private static Plan overloadAfterIdle(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("idle, then more than it can read", seed, random);
        double rate = 50 + random.nextInt(500);
        double at = moment(random);
        plan.written = jitter(time -> time < at ? 0.01 : rate, seed);
        plan.capacity = time -> rate * 0.6;
        return plan.trouble(at, plan.seconds);
    }

    private static Plan crash(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("crashes", seed, random);
        double at = moment(random);
        double back = at + 900 + random.nextInt(900);
        plan.clients(at, back, random.nextBoolean() ? Clients.DEAD : Clients.LEFT);
        plan.capacity = time -> 20_000;
        return plan.trouble(at, back);
    }

    private static Plan hang(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("hangs, its members alive", seed, random);
        double at = moment(random);
        return plan.clients(at, plan.seconds, Clients.HANGING).trouble(at, plan.seconds);
    }

    private static Plan stuck(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("is stuck at one record", seed, random);
        plan.commitEvery = Math.min(15, plan.commitEvery);
        plan.recommits = true;
        double at = moment(random);
        return plan.clients(at, plan.seconds, Clients.STUCK).trouble(at, plan.seconds);
    }

    /** After a reset it reads little more than is written, so it stays behind where it was for the ten minutes that are counted. */
    private static Plan reset(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("is set back far", seed, random);
        double rate = 20 + random.nextInt(200);
        double at = moment(random);
        plan.seconds = at + 570;
        plan.written = jitter(time -> rate, seed);
        plan.capacity = time -> time < at ? 3 * rate : rate * 1.1;
        plan.resets.add(new Reset(at, (long) (rate * 1000)));
        return plan.trouble(at, plan.seconds);
    }

    private static Plan secondReset(long seed) {
        Plan plan = reset(seed);
        Plan second = new Plan("is set back again", seed);
        second.partitions = plan.partitions;
        second.commitEvery = plan.commitEvery;
        second.recommits = plan.recommits;
        second.seconds = plan.seconds;
        second.written = plan.written;
        second.capacity = plan.capacity;
        Reset far = plan.resets.get(0);
        second.resets.add(new Reset(far.at() - 200, 20));
        second.resets.add(far);
        return second.trouble(far.at(), second.seconds);
    }

    private static Plan deadOnSlowTopic(long seed) {
        Random random = new Random(seed);
        Plan plan = plan("dies on a slow topic", seed, random);
        double every = 120 + random.nextInt(600);
        double at = moment(random);
        plan.partitions = 1;
        plan.written = time -> 1 / every;
        plan.commitEvery = 5;
        plan.recommits = false;
        // It is trouble only once there is something that it does not read.
        return plan.clients(at, plan.seconds, Clients.HANGING).trouble(at + every, plan.seconds);
    }

    private static Plan retention(long seed) {
        Plan plan = overload(seed);
        Plan losing = new Plan("loses records to retention", seed);
        losing.partitions = plan.partitions;
        losing.commitEvery = plan.commitEvery;
        losing.recommits = plan.recommits;
        losing.written = plan.written;
        losing.capacity = plan.capacity;
        losing.kept = 5000;
        Stretch stretch = plan.trouble.get(0);
        return losing.trouble(stretch.from(), stretch.to());
    }
}

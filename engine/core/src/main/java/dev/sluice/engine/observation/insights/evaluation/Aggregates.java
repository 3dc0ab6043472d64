package dev.sluice.engine.observation.insights.evaluation;

import dev.sluice.engine.observation.insights.syntax.Expression;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code stats}. {@code sum}, {@code avg}, {@code stddev} and {@code pct} skip what is no number;
 * {@code min} and {@code max} order as {@code sort} does. {@code pct} is exact, by nearest rank; {@code stddev} is that
 * of the whole population (AWS states neither).
 */
final class Aggregates {
    private static final Set<String> NAMES = Set.of(
            "count",
            "count_distinct",
            "sum",
            "avg",
            "min",
            "max",
            "stddev",
            "pct",
            "percentile",
            "earliest",
            "latest",
            "sortsfirst",
            "sortslast");

    private Aggregates() {}

    static boolean isAggregate(Expression.Call call) {
        return NAMES.contains(call.name());
    }

    /**
     * A fresh one.
     *
     * @param percent of {@code pct}, 0 to 100
     */
    static Aggregate of(String name, double percent) {
        return switch (name) {
            case "count" -> new Count();
            case "count_distinct" -> new Distinct();
            case "sum" -> new Sum(false);
            case "avg" -> new Sum(true);
            case "stddev" -> new Deviation();
            case "min", "sortsfirst" -> new Extreme(-1);
            case "max", "sortslast" -> new Extreme(1);
            case "earliest" -> new ByTime(-1);
            case "latest" -> new ByTime(1);
            default -> new Percentile(percent);
        };
    }

    private static final class Count implements Aggregate {
        private long count;

        @Override
        public void add(@Nullable Object value, long timeMillis) {
            count += value == null ? 0 : 1;
        }

        @Override
        public void merge(Aggregate later) {
            count += ((Count) later).count;
        }

        @Override
        public Object result() {
            return (double) count;
        }
    }

    private static final class Distinct implements Aggregate {
        private final Set<String> seen = new HashSet<>();

        @Override
        public void add(@Nullable Object value, long timeMillis) {
            String text = Values.text(value);
            if (text != null) {
                seen.add(text);
            }
        }

        @Override
        public void merge(Aggregate later) {
            seen.addAll(((Distinct) later).seen);
        }

        @Override
        public Object result() {
            return (double) seen.size();
        }
    }

    /** Sum or mean, with Neumaier's correction: a million cents add up. */
    private static final class Sum implements Aggregate {
        private final boolean mean;
        private double sum;
        private double correction;
        private long count;

        Sum(boolean mean) {
            this.mean = mean;
        }

        @Override
        public void add(@Nullable Object value, long timeMillis) {
            double number = Values.number(value);
            if (!Double.isNaN(number)) {
                plus(number);
                count++;
            }
        }

        private void plus(double number) {
            double next = sum + number;
            correction += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
            sum = next;
        }

        @Override
        public void merge(Aggregate later) {
            Sum other = (Sum) later;
            plus(other.sum);
            correction += other.correction;
            count += other.count;
        }

        @Override
        public @Nullable Object result() {
            double total = sum + correction;
            return count == 0 ? null : Values.ofNumber(mean ? total / count : total);
        }
    }

    /** Welford's method, merged by Chan's. */
    private static final class Deviation implements Aggregate {
        private long count;
        private double mean;
        private double squares;

        @Override
        public void add(@Nullable Object value, long timeMillis) {
            double number = Values.number(value);
            if (!Double.isNaN(number)) {
                count++;
                double delta = number - mean;
                mean += delta / count;
                squares += delta * (number - mean);
            }
        }

        @Override
        public void merge(Aggregate later) {
            Deviation other = (Deviation) later;
            long total = count + other.count;
            if (total > 0) {
                double delta = other.mean - mean;
                squares += other.squares + delta * delta * count * other.count / total;
                mean += delta * other.count / total;
                count = total;
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0 ? null : Values.ofNumber(Math.sqrt(squares / count));
        }
    }

    private static final class Extreme implements Aggregate {
        private final int sign;
        private @Nullable Object best;

        Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        public void add(@Nullable Object value, long timeMillis) {
            if (value != null && (best == null || isBetter(value, best))) {
                best = value;
            }
        }

        private boolean isBetter(Object value, Object than) {
            int order = NaturalOrder.ASCENDING.compare(value, than);
            return sign > 0 ? order > 0 : order < 0;
        }

        @Override
        public void merge(Aggregate later) {
            add(((Extreme) later).best, 0);
        }

        @Override
        public @Nullable Object result() {
            return best;
        }
    }

    /** The value of the first or last event that has one. */
    private static final class ByTime implements Aggregate {
        private final int sign;
        private @Nullable Object value;
        private long atMillis;

        ByTime(int sign) {
            this.sign = sign;
        }

        @Override
        public void add(@Nullable Object candidate, long timeMillis) {
            // Rows come newest first: of two at one millisecond the later row is the earlier event.
            boolean better = value == null || (sign > 0 ? timeMillis > atMillis : timeMillis <= atMillis);
            if (candidate != null && better) {
                value = candidate;
                atMillis = timeMillis;
            }
        }

        @Override
        public void merge(Aggregate later) {
            ByTime other = (ByTime) later;
            add(other.value, other.atMillis);
        }

        @Override
        public @Nullable Object result() {
            return value;
        }
    }

    private static final class Percentile implements Aggregate {
        private final double percent;
        private double[] numbers = new double[16];
        private int count;

        Percentile(double percent) {
            this.percent = percent;
        }

        @Override
        public void add(@Nullable Object value, long timeMillis) {
            double number = Values.number(value);
            if (!Double.isNaN(number)) {
                makeRoom(1);
                numbers[count++] = number;
            }
        }

        private void makeRoom(int more) {
            if (count + more > numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.max(count + more, 2 * numbers.length));
            }
        }

        @Override
        public void merge(Aggregate later) {
            Percentile other = (Percentile) later;
            makeRoom(other.count);
            System.arraycopy(other.numbers, 0, numbers, count, other.count);
            count += other.count;
        }

        @Override
        public @Nullable Object result() {
            if (count == 0) {
                return null;
            }
            Arrays.sort(numbers, 0, count);
            int rank = (int) Math.ceil(percent / 100 * count);
            return numbers[Math.clamp(rank - 1, 0, count - 1)];
        }
    }
}

package dev.sluice.engine.backend.neighbour;

import java.util.PriorityQueue;

/** What is going to happen and when. Not safe for several threads. */
public final class Agenda {
    /** Something that happens at its instant. */
    @FunctionalInterface
    public interface Happening {
        /** @param nowNanos the instant for which it was noted */
        void happen(long nowNanos);
    }

    private record Due(long nanos, long sequence, Happening happening) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long sequence;
    private long reachedNanos = Long.MIN_VALUE;

    /** Notes it; an instant that has passed counts as the one reached. */
    public void at(long nanos, Happening happening) {
        due.add(new Due(Math.max(nanos, reachedNanos), sequence++, happening));
    }

    /**
     * Does what is due up to this instant, in the order of time and then of noting.
     *
     * @param most happenings of one call; what is left is done by the next, so that neighbours that call each other in
     *     a circle cannot hold up whoever asks
     * @return the instant reached: this one, or an earlier call's if that was later
     */
    public long advance(long nowNanos, int most) {
        long until = Math.max(nowNanos, reachedNanos);
        for (int done = 0; done < most; done++) {
            Due next = due.peek();
            if (next == null || next.nanos() > until) {
                break;
            }
            due.remove();
            reachedNanos = Math.max(reachedNanos, next.nanos());
            next.happening().happen(reachedNanos);
        }
        reachedNanos = until;
        return until;
    }

    /** Things noted and not done. */
    public int size() {
        return due.size();
    }
}

package dev.sluice.engine.fuzz;

import java.util.concurrent.atomic.AtomicInteger;

/** Sings if code that strangers wrote got hold of a class of ours. */
public final class Canary {
    /** How often it was reached. */
    public static final AtomicInteger SUNG = new AtomicInteger();

    public Canary() {
        SUNG.incrementAndGet();
    }

    public static String sing() {
        SUNG.incrementAndGet();
        return "reached";
    }
}

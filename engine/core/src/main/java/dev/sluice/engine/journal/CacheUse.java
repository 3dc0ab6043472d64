package dev.sluice.engine.journal;

/** What became of a request at the method cache. */
public enum CacheUse {
    /** The method is not cached, or the request did not come that far. */
    NONE,
    /** Answered from the cache. */
    HIT,
    /** The integration was asked, because nothing was kept or a fresh answer was asked for. */
    MISS
}

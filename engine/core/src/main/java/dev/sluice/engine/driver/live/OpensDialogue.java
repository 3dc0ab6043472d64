package dev.sluice.engine.driver.live;

import dev.sluice.engine.http.HttpRequest;

/** Whoever answers requests: a gateway, or what a test puts in its place. Called on event loops, so it never waits. */
@FunctionalInterface
interface OpensDialogue {
    Dialogue open(HttpRequest request);
}

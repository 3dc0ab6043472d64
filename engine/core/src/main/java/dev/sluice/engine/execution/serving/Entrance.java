package dev.sluice.engine.execution.serving;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.routing.Address;

/** A stage as found by its address: what kind of API it belongs to decides how the journey goes on. */
public interface Entrance {
    /** Writes the stage into the exchange, and with it which journey the exchange is on. */
    void enter(Exchange exchange, Address address);
}

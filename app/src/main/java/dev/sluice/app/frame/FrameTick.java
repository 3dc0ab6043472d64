package dev.sluice.app.frame;

import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.FunctionLogEntry;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.List;

/**
 * What one frame brings.
 *
 * @param nowNanos the engine's time, nanoseconds since 1970-01-01T00:00Z
 * @param snapshot the engine at that time
 * @param records exchanges recorded since the receiver's last frame, oldest first; at most
 *     {@value FramePump#MOST_RECORDS}
 * @param missed exchanges and entries left out because there were more
 * @param functionEntries what functions left in their logs since then, oldest first; at most as many
 */
public record FrameTick(
        long nowNanos,
        EngineSnapshot snapshot,
        List<ExchangeRecord> records,
        long missed,
        List<FunctionLogEntry> functionEntries) {}

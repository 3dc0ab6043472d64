package dev.sluice.engine.observation.logs;

import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.RecordReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Log groups of all stages: the newest exchanges of each, whose lines are made when somebody reads them. For any number
 * of threads.
 */
public final class LogStore implements RecordReader {
    /** Exchanges kept for each group. */
    public static final int EXCHANGES = 4_096;

    /** Most groups; a further one is not kept. */
    private static final int MOST_GROUPS = 1_024;

    private static final String ALIAS = "/aws/api-gateway/";

    private final Map<String, LogGroup> groups = new ConcurrentHashMap<>();

    @Override
    public void read(ExchangeRecord record) {
        if (ExecutionLog.isWritten(record)) {
            add(ExecutionLog.group(record.place()), ExecutionLog::lines, record);
        }
        if (record.accessLine().isPresent()) {
            add(AccessLog.group(record.accessLine().get().destinationArn()), AccessLog::lines, record);
        }
    }

    private void add(String name, Function<ExchangeRecord, List<LogLine>> lines, ExchangeRecord record) {
        LogGroup group = groups.get(name);
        if (group == null) {
            if (groups.size() >= MOST_GROUPS) {
                return;
            }
            group = groups.computeIfAbsent(name, unused -> new LogGroup(name, lines, EXCHANGES));
        }
        group.add(record);
    }

    /** Names of the groups that have lines, sorted. */
    public List<String> groups() {
        return groups.keySet().stream().sorted().toList();
    }

    /**
     * The group of that name, or of the name that people know the execution log by: {@code /aws/api-gateway/API/STAGE}.
     */
    public Optional<LogGroup> group(String name) {
        return Optional.ofNullable(groups.get(known(name)));
    }

    /** CloudWatch's name for the group that people may know by another. */
    public static String known(String name) {
        return name.startsWith(ALIAS) ? ExecutionLog.GROUP + name.substring(ALIAS.length()) : name;
    }

    /** The other name of an execution log's group; empty for another group. */
    public static Optional<String> alias(String name) {
        return name.startsWith(ExecutionLog.GROUP)
                ? Optional.of(ALIAS + name.substring(ExecutionLog.GROUP.length()))
                : Optional.empty();
    }
}

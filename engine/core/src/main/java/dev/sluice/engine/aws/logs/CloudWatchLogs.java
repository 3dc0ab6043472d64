package dev.sluice.engine.aws.logs;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.TargetService;
import dev.sluice.engine.observation.insights.Workers;
import java.util.Map;

/** CloudWatch Logs, as far as there is something to read: an operation that is not here is not known to it. */
public final class CloudWatchLogs {
    private CloudWatchLogs() {}

    /** @param workers who do the parts of an Insights query */
    public static AwsService over(Engine engine, Workers workers) {
        var groups = new LogGroups(engine);
        var describe = new DescribeLogs(groups);
        var queries = new QueryOperations(groups, workers);
        return new TargetService(
                "Logs_20140328",
                Map.of(
                        "DescribeLogGroups", describe::groups,
                        "DescribeLogStreams", describe::streams,
                        "ListTagsForResource", describe::tags,
                        "FilterLogEvents", new FilterLogEvents(groups),
                        "GetLogEvents", new GetLogEvents(groups),
                        "StartQuery", queries::start,
                        "GetQueryResults", queries::results,
                        "StopQuery", queries::stop,
                        "DescribeQueries", queries::describe));
    }
}

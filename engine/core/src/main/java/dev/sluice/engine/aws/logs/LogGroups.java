package dev.sluice.engine.aws.logs;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.observation.logs.AccessLog;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.FunctionLogEvents;
import dev.sluice.engine.observation.logs.LogEvent;
import dev.sluice.engine.observation.logs.LogStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which log groups there are: those of stages that log, written to or not, those that were written to, and those of
 * functions that ran. An execution log has a second name, which people know from articles.
 */
final class LogGroups {
    /** CloudWatch's word for bad input. */
    static final String INVALID = "InvalidParameterException";

    private static final String GROUP_ARN = ":log-group:";

    private final Engine engine;

    LogGroups(Engine engine) {
        this.engine = engine;
    }

    Account account() {
        return engine.workspace().account();
    }

    /** Every name by which a group is known, sorted. */
    Set<String> names(long nowNanos) {
        var names = new TreeSet<>(engine.observation().logs().groups());
        for (RestApi api : engine.workspace().restApis()) {
            api.stages().forEach(stage -> addGroups(api, stage, names));
        }
        for (HttpApi api : engine.workspace().httpApis()) {
            api.stages().forEach(stage -> addAccessLog(stage.accessLogSettings(), names));
        }
        FunctionLogEvents.functions(engine.functionLog(), nowNanos)
                .forEach(function -> names.add(FunctionLogEvents.group(function)));
        List.copyOf(names).forEach(name -> LogStore.alias(name).ifPresent(names::add));
        return names;
    }

    private static void addGroups(RestApi api, Stage stage, Set<String> names) {
        for (MethodSetting setting : stage.methodSettings().values()) {
            if (setting.loggingLevel() != LoggingLevel.OFF) {
                names.add(ExecutionLog.group(api.id(), stage.stageName()));
            }
        }
        addAccessLog(stage.accessLogSettings(), names);
    }

    private static void addAccessLog(Optional<AccessLogSettings> settings, Set<String> names) {
        settings.ifPresent(log -> names.add(AccessLog.group(log.destinationArn())));
    }

    /** The group that the input names, by name or ARN. */
    String named(ObjectNode input, long nowNanos) {
        Optional<String> name = Member.text(input, "logGroupName").or(() -> Member.text(input, "logGroupIdentifier"));
        return existing(ServiceException.required(name, "logGroupName", INVALID), nowNanos);
    }

    /** The name without the ARN around it. */
    String existing(String nameOrArn, long nowNanos) {
        String name =
                nameOrArn.startsWith("arn:") && nameOrArn.contains(GROUP_ARN) ? AccessLog.group(nameOrArn) : nameOrArn;
        if (!names(nowNanos).contains(name)) {
            throw new ServiceException("ResourceNotFoundException", "The specified log group does not exist.");
        }
        return name;
    }

    String arn(String name) {
        return "arn:aws:logs:" + account().region() + ":" + account().accountId() + GROUP_ARN + name;
    }

    /** Events of the group in time order, both ends included. */
    List<LogEvent> events(String name, long startMillis, long endMillis, long nowNanos) {
        Optional<String> function = FunctionLogEvents.function(name);
        if (function.isPresent()) {
            return FunctionLogEvents.between(engine.functionLog(), function.get(), startMillis, endMillis, nowNanos);
        }
        return engine.observation()
                .logs()
                .group(name)
                .map(group -> group.between(startMillis, endMillis))
                .orElse(List.of());
    }
}

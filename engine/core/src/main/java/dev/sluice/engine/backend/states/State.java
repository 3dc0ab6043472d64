package dev.sluice.engine.backend.states;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One state of a machine, read. Times in seconds. */
sealed interface State {
    /**
     * How data goes in and out.
     *
     * @param input {@code InputPath}; absent if it is null: an empty object
     * @param output {@code OutputPath}; absent if it is null: an empty object
     */
    record Flow(
            Optional<DataPath> input,
            Optional<Template> parameters,
            Optional<Template> resultSelector,
            ResultPath resultPath,
            Optional<DataPath> output) {}

    /** Where a result goes; {@code path} is absent if it is null: the input is kept and the result forgotten. */
    record ResultPath(Optional<DataPath> path) {
        static final ResultPath REPLACE = new ResultPath(Optional.of(DataPath.WHOLE));
    }

    /** {@code Type} as the language has it. */
    String type();

    Flow flow();

    record Pass(Flow flow, Optional<JsonNode> result, Optional<String> next) implements State {
        @Override
        public String type() {
            return "Pass";
        }
    }

    /** A state that can fail and says what then. */
    sealed interface Guarded extends State {
        Optional<String> next();

        List<Retrier> retriers();

        List<Catcher> catchers();
    }

    record Task(
            Flow flow,
            TaskResource resource,
            long timeoutSeconds,
            List<Retrier> retriers,
            List<Catcher> catchers,
            Optional<String> next)
            implements Guarded {
        /** {@code TimeoutSeconds} where none is given: none. */
        static final long NO_TIMEOUT = 99_999_999;

        @Override
        public String type() {
            return "Task";
        }
    }

    record Parallel(
            Flow flow, List<Program> branches, List<Retrier> retriers, List<Catcher> catchers, Optional<String> next)
            implements Guarded {
        @Override
        public String type() {
            return "Parallel";
        }
    }

    record Wait(Flow flow, Until until, Optional<String> next) implements State {
        @Override
        public String type() {
            return "Wait";
        }
    }

    /** How long a Wait waits. */
    sealed interface Until {
        record Seconds(long seconds) implements Until {}

        record SecondsPath(DataPath path) implements Until {}

        record Timestamp(long nanos) implements Until {}

        record TimestampPath(DataPath path) implements Until {}
    }

    record Choice(Flow flow, List<Branching> choices, Optional<String> otherwise) implements State {
        @Override
        public String type() {
            return "Choice";
        }
    }

    /** A choice rule and where it leads. */
    record Branching(ChoiceRule rule, String next) {}

    record Succeed(Flow flow) implements State {
        @Override
        public String type() {
            return "Succeed";
        }
    }

    record Fail(Flow flow, String error, String cause) implements State {
        @Override
        public String type() {
            return "Fail";
        }
    }

    /** @param maxDelaySeconds {@link Double#MAX_VALUE} if none is given */
    record Retrier(
            List<String> errors,
            double intervalSeconds,
            int maxAttempts,
            double backoffRate,
            double maxDelaySeconds,
            boolean fullJitter) {}

    record Catcher(List<String> errors, ResultPath resultPath, String next) {}

    /** What a Task does: invokes a function, or performs an operation of a service. */
    sealed interface TaskResource {
        /** @param wrapped through {@code states:::lambda:invoke}, which takes and gives Invoke's own members */
        record Function(String name, boolean wrapped) implements TaskResource {}

        record Operation(String service, String operation) implements TaskResource {}
    }
}

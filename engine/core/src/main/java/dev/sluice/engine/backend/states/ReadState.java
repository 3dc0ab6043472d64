package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.states.State.Branching;
import dev.sluice.engine.backend.states.State.Catcher;
import dev.sluice.engine.backend.states.State.Flow;
import dev.sluice.engine.backend.states.State.ResultPath;
import dev.sluice.engine.backend.states.State.Retrier;
import dev.sluice.engine.backend.states.State.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one state. */
final class ReadState {
    private static final long MOST_SECONDS = State.Task.NO_TIMEOUT;

    private final Part part;
    private final ReadProgram program;

    ReadState(Part part, ReadProgram program) {
        this.part = part;
        this.program = program;
    }

    /** @param names of the states beside it, which it may lead to */
    Optional<State> read(Set<String> names) {
        Optional<String> type = part.requiredText("Type");
        Optional<State> state = type.flatMap(text -> read(text, names));
        if (state.isPresent()) {
            part.done();
        }
        return state;
    }

    private Optional<State> read(String type, Set<String> names) {
        return switch (type) {
            case "Pass" -> {
                Optional<String> next = next(names);
                yield Optional.of(new State.Pass(flow(), part.value("Result"), next));
            }
            case "Task" -> task(names);
            case "Parallel" -> {
                Optional<String> next = next(names);
                yield Optional.of(
                        new State.Parallel(flow(), program.branches(part), retriers(), catchers(names), next));
            }
            case "Wait" -> {
                Optional<String> next = next(names);
                Flow flow = flow();
                yield until().map(until -> new State.Wait(flow, until, next));
            }
            case "Choice" -> choice(names);
            case "Succeed" -> Optional.of(new State.Succeed(flow()));
            case "Fail" ->
                Optional.of(new State.Fail(
                        flow(),
                        part.text("Error").orElse(""),
                        part.text("Cause").orElse("")));
            case "Map" -> unknownType("The state type Map is not modelled. Use Parallel, or one execution an item.");
            default ->
                unknownType("\"" + type + "\" is no state type. Use Pass, Task, Wait, Choice, Succeed, Fail or"
                        + " Parallel.");
        };
    }

    private Optional<State> unknownType(String message) {
        part.flaw("Type", message);
        return Optional.empty();
    }

    private Optional<State> task(Set<String> names) {
        Optional<String> next = next(names);
        Flow flow = flow();
        long timeout = part.number("TimeoutSeconds", 1, MOST_SECONDS)
                .map(Double::longValue)
                .orElse(State.Task.NO_TIMEOUT);
        part.number("HeartbeatSeconds", 1, MOST_SECONDS);
        List<Retrier> retriers = retriers();
        List<Catcher> catchers = catchers(names);
        return new ReadTaskResource(part, program)
                .read()
                .map(resource -> new State.Task(flow, resource, timeout, retriers, catchers, next));
    }

    private Optional<State> choice(Set<String> names) {
        var choices = new ArrayList<Branching>();
        List<Part> rules = part.parts("Choices");
        if (rules.isEmpty()) {
            part.flaw("", "A Choice needs at least one of \"Choices\".");
        }
        for (Part rule : rules) {
            Optional<String> next = rule.requiredText("Next");
            next.ifPresent(name -> checkName(rule, "Next", name, names));
            ReadChoiceRule.read(rule).ifPresent(read -> next.ifPresent(name -> choices.add(new Branching(read, name))));
        }
        Optional<String> otherwise = part.text("Default");
        otherwise.ifPresent(name -> checkName(part, "Default", name, names));
        return Optional.of(new State.Choice(flow(), choices, otherwise));
    }

    /** Absent at the end. */
    private Optional<String> next(Set<String> names) {
        Optional<String> next = part.text("Next");
        boolean end = part.value("End").map(value -> value.asBoolean(false)).orElse(false);
        if (next.isPresent() == end) {
            part.flaw("", "A state needs either \"Next\" or \"End\": true.");
        }
        next.ifPresent(name -> checkName(part, "Next", name, names));
        return next;
    }

    private static void checkName(Part where, String member, String name, Set<String> names) {
        if (!names.contains(name)) {
            where.flaw(member, "There is no state \"" + name + "\" beside this one.");
        }
    }

    private Flow flow() {
        return new Flow(
                path("InputPath"),
                part.value("Parameters").flatMap(value -> ReadTemplate.read(value, part, "Parameters")),
                part.value("ResultSelector").flatMap(value -> ReadTemplate.read(value, part, "ResultSelector")),
                resultPath(part),
                path("OutputPath"));
    }

    private Optional<DataPath> path(String member) {
        if (part.value(member).map(value -> value.isNull()).orElse(false)) {
            return Optional.empty();
        }
        Optional<String> text = part.text(member);
        return text.isEmpty() ? Optional.of(DataPath.WHOLE) : referencePath(part, member, text.get());
    }

    static Optional<DataPath> referencePath(Part where, String member, String text) {
        Optional<DataPath> path = DataPath.read(text);
        if (path.isEmpty()) {
            where.flaw(
                    member, "\"" + text + "\" is no reference path. Paths like $.a.b, $['a'] and $.a[0] are modelled.");
        }
        return path;
    }

    private static ResultPath resultPath(Part where) {
        if (where.value("ResultPath").map(value -> value.isNull()).orElse(false)) {
            return new ResultPath(Optional.empty());
        }
        return where.text("ResultPath")
                .flatMap(text -> referencePath(where, "ResultPath", text))
                .map(path -> new ResultPath(Optional.of(path)))
                .orElse(ResultPath.REPLACE);
    }

    private Optional<Until> until() {
        Optional<Until> until = part.number("Seconds", 0, MOST_SECONDS)
                .<Until>map(seconds -> new Until.Seconds(seconds.longValue()))
                .or(() -> part.text("SecondsPath")
                        .flatMap(text -> referencePath(part, "SecondsPath", text))
                        .map(Until.SecondsPath::new))
                .or(() -> part.value("Timestamp")
                        .flatMap(Comparison::instant)
                        .map(Waiting::nanos)
                        .map(Until.Timestamp::new))
                .or(() -> part.text("TimestampPath")
                        .flatMap(text -> referencePath(part, "TimestampPath", text))
                        .map(Until.TimestampPath::new));
        if (until.isEmpty()) {
            part.flaw("", "A Wait needs one of Seconds, SecondsPath, Timestamp (RFC 3339) and TimestampPath.");
        }
        return until;
    }

    private List<Retrier> retriers() {
        var retriers = new ArrayList<Retrier>();
        for (Part retry : part.parts("Retry")) {
            retriers.add(new Retrier(
                    errors(retry),
                    retry.number("IntervalSeconds", 1, MOST_SECONDS).orElse(1.0),
                    retry.number("MaxAttempts", 0, MOST_SECONDS)
                            .map(Double::intValue)
                            .orElse(3),
                    retry.number("BackoffRate", 1, 1_000).orElse(2.0),
                    retry.number("MaxDelaySeconds", 1, 31_622_400).orElse(Double.MAX_VALUE),
                    retry.text("JitterStrategy").map("FULL"::equals).orElse(false)));
            retry.done();
        }
        return retriers;
    }

    private List<Catcher> catchers(Set<String> names) {
        var catchers = new ArrayList<Catcher>();
        for (Part caught : part.parts("Catch")) {
            List<String> errors = errors(caught);
            ResultPath resultPath = resultPath(caught);
            caught.requiredText("Next").ifPresent(name -> {
                checkName(caught, "Next", name, names);
                catchers.add(new Catcher(errors, resultPath, name));
            });
            caught.done();
        }
        return catchers;
    }

    private static List<String> errors(Part owner) {
        List<String> errors = owner.texts("ErrorEquals");
        if (errors.isEmpty()) {
            owner.flaw("", "\"ErrorEquals\" is missing or empty. Name errors, or States.ALL.");
        }
        return errors;
    }
}

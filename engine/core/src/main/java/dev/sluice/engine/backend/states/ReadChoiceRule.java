package dev.sluice.engine.backend.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a choice rule, however deep. */
final class ReadChoiceRule {
    private static final String PATH = "Path";

    private ReadChoiceRule() {}

    static Optional<ChoiceRule> read(Part part) {
        Optional<ChoiceRule> rule;
        if (part.has("And")) {
            rule = Optional.of(new ChoiceRule.And(rules(part, "And")));
        } else if (part.has("Or")) {
            rule = Optional.of(new ChoiceRule.Or(rules(part, "Or")));
        } else if (part.has("Not")) {
            rule = part.part("Not").flatMap(ReadChoiceRule::read).map(ChoiceRule.Not::new);
        } else {
            rule = test(part);
        }
        part.done();
        return rule;
    }

    private static List<ChoiceRule> rules(Part part, String member) {
        var rules = new ArrayList<ChoiceRule>();
        part.parts(member).forEach(inner -> read(inner).ifPresent(rules::add));
        return rules;
    }

    private static Optional<ChoiceRule> test(Part part) {
        Optional<String> variable = part.requiredText("Variable");
        Optional<DataPath> path = variable.flatMap(text -> ReadState.referencePath(part, "Variable", text));
        for (String name : part.names()) {
            boolean fromPath = name.endsWith(PATH);
            Optional<Comparison> comparison =
                    Comparison.named(fromPath ? name.substring(0, name.length() - PATH.length()) : name);
            if (comparison.isPresent()) {
                Optional<Template> operand = fromPath
                        ? part.text(name)
                                .flatMap(text -> ReadState.referencePath(part, name, text)
                                        .map(read -> new Template.FromPath(text, read)))
                        : part.value(name).map(Template.Constant::new);
                return path.flatMap(found ->
                        operand.map(value -> new ChoiceRule.Test(variable.orElse(""), found, comparison.get(), value)));
            }
        }
        part.flaw("", "There is no comparison here that is modelled: add one, like StringEquals or IsPresent.");
        return Optional.empty();
    }
}

package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.FunctionModel;
import dev.sluice.engine.definition.FunctionModel.Case;
import dev.sluice.engine.definition.FunctionModel.WrongShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a function is played, in the file of a modelled function or in the {@code model} of another. */
final class FunctionModels {
    private static final double MOST_SECONDS = 86_400;

    private FunctionModels() {}

    static void write(FunctionModel model, Node.Builder fields) {
        FunctionAnswers.write(model.answer(), fields);
        if (!model.cases().isEmpty()) {
            fields.put(
                    "cases",
                    Node.sequence(
                            model.cases().stream().map(FunctionModels::write).toList()));
        }
        model.wrongShape().ifPresent(shape -> fields.put("wrongShape", shape.name()));
        LatencyFields.write(model.latency(), fields);
        LatencyFields.write("coldStart", model.coldStart(), fields);
        if (model.keepAliveSeconds() != FunctionModel.STANDARD_KEEP_ALIVE_SECONDS) {
            fields.put("keepAliveSeconds", Decimals.shortest(model.keepAliveSeconds()));
        }
        if (model.errorRate() != 0) {
            fields.put("errorRate", Decimals.shortest(model.errorRate()));
        }
    }

    /** Absent, with a problem, if it has no answer. */
    static Optional<FunctionModel> read(Fields fields) {
        List<Case> cases = cases(fields);
        Optional<WrongShape> wrongShape = fields.constant("wrongShape", WrongShape.class);
        Latency latency = LatencyFields.read(fields);
        Latency coldStart = LatencyFields.read("coldStart", fields);
        double keepAlive = Decimals.read(fields, "keepAliveSeconds", 0, MOST_SECONDS)
                .orElse(FunctionModel.STANDARD_KEEP_ALIVE_SECONDS);
        double errorRate = Decimals.read(fields, "errorRate", 0, 1).orElse(0.0);
        return FunctionAnswers.read(fields)
                .map(answer -> new FunctionModel(answer, cases, wrongShape, latency, coldStart, keepAlive, errorRate));
    }

    private static Mapping write(Case each) {
        var fields = Mapping.builder().put("path", each.path());
        FunctionAnswers.write(each.answer(), fields);
        return fields.build();
    }

    private static List<Case> cases(Fields model) {
        var cases = new ArrayList<Case>();
        for (Fields fields : model.fieldItems("cases")) {
            Optional<String> path = fields.requiredText("path");
            Optional<FunctionAnswer> answer = FunctionAnswers.read(fields);
            fields.done();
            if (path.isPresent() && answer.isPresent()) {
                cases.add(new Case(path.get(), answer.get()));
            }
        }
        return cases;
    }
}

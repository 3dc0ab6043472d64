package dev.sluice.engine.definition;

import dev.sluice.engine.definition.Backend.ModelledFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that is a program on this machine, run behind Lambda's <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>. It runs only in a workspace
 * that its user trusts.
 *
 * @param handler what the runtime loads, for example {@code index.handler}; may be empty with a command of its own
 * @param runtime Lambda's name of it: {@code nodejs...} and {@code python...} bring their bootstrap,
 *     {@code provided...} has one in its folder; else a command is needed
 * @param codeUri folder of the code, from the workspace's folder on; the program runs in it
 * @param command program and arguments in place of the runtime's own; empty takes the runtime's
 * @param environment variables of its own, over those that Lambda sets
 * @param model what stands for it where nothing can be started, as in a simulation
 */
public record ProcessFunction(
        String name,
        String handler,
        String runtime,
        String codeUri,
        List<String> command,
        Map<String, String> environment,
        FunctionLimits limits,
        Optional<FunctionModel> model)
        implements Backend.Function {
    public ProcessFunction {
        command = List.copyOf(command);
        environment = Ordered.copyOf(environment);
    }

    @Override
    public Optional<ModelledFunction> played() {
        return model.map(found -> new ModelledFunction(name, found, limits));
    }
}

package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.FunctionModel;
import dev.sluice.engine.definition.HttpFunction;
import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.execution.integration.EndpointAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The backends that are functions; what Lambda has a name for is called so. */
final class FunctionFile {
    static final String MODELLED = "function";
    static final String HTTP = "http-function";
    static final String PROCESS = "process-function";

    /** For people: the types as a list. */
    static final String TYPES = MODELLED + ", " + HTTP + ", " + PROCESS;

    private static final int MOST_ENVIRONMENTS = 100_000;

    private FunctionFile() {}

    static void write(Backend.Function function, Node.Builder fields) {
        switch (function) {
            case ModelledFunction modelled -> {
                fields.put("type", MODELLED);
                FunctionModels.write(modelled.model(), fields);
                writeLimits(modelled.limits(), FunctionLimits.OF_A_MODEL, fields);
            }
            case HttpFunction http -> fields.put("type", HTTP).put("url", http.url());
            case ProcessFunction process -> write(process, fields);
        }
    }

    private static void write(ProcessFunction process, Node.Builder fields) {
        fields.put("type", PROCESS)
                .putUnlessEmpty("Runtime", process.runtime())
                .putUnlessEmpty("Handler", process.handler())
                .put("CodeUri", process.codeUri());
        if (!process.command().isEmpty()) {
            fields.put("Command", Node.texts(process.command()));
        }
        if (!process.environment().isEmpty()) {
            fields.put(
                    "Environment",
                    Mapping.builder()
                            .put("Variables", Node.texts(process.environment()))
                            .build());
        }
        writeLimits(process.limits(), FunctionLimits.STANDARD, fields);
        process.model().ifPresent(model -> {
            var inner = Mapping.builder();
            FunctionModels.write(model, inner);
            fields.put("model", inner.build());
        });
    }

    static Optional<Backend> read(String name, String type, Fields fields) {
        return switch (type) {
            case HTTP -> readHttp(name, fields);
            case PROCESS -> readProcess(name, fields);
            default -> {
                FunctionLimits limits = readLimits(fields, FunctionLimits.OF_A_MODEL);
                yield FunctionModels.read(fields).map(model -> new ModelledFunction(name, model, limits));
            }
        };
    }

    private static Optional<Backend> readHttp(String name, Fields fields) {
        Optional<String> url = fields.requiredText("url");
        if (url.isPresent() && EndpointAddress.of(url.get()).isEmpty()) {
            fields.error(
                    "url",
                    "\"" + url.get() + "\" is no address. Write http:// or https://, a host, and the path that takes"
                            + " the event, for example http://127.0.0.1:9000/2015-03-31/functions/function/invocations.");
            return Optional.empty();
        }
        return url.map(address -> new HttpFunction(name, address));
    }

    private static Optional<Backend> readProcess(String name, Fields fields) {
        String runtime = fields.text("Runtime").orElse("");
        String handler = fields.text("Handler").orElse("");
        String codeUri = fields.text("CodeUri").orElse(".");
        List<String> command = fields.textItems("Command");
        Fields outer = fields.fields("Environment");
        Map<String, String> environment = outer.texts("Variables");
        outer.done();
        FunctionLimits limits = readLimits(fields, FunctionLimits.STANDARD);
        boolean hasModel = fields.node("model").isPresent();
        Optional<FunctionModel> model = hasModel ? readModel(fields.fields("model")) : Optional.empty();
        if (command.isEmpty() && !bringsBootstrap(runtime) && !runtime.startsWith("provided")) {
            fields.error(
                    "Runtime",
                    "Nothing says how to start this function. Set \"Runtime\" to nodejs... or python..., or write a"
                            + " \"Command\" such as [\"java\", \"-jar\", \"function.jar\"].");
            return Optional.empty();
        }
        if (command.isEmpty() && bringsBootstrap(runtime) && !handler.contains(".")) {
            fields.error(
                    "Handler",
                    "\"Handler\" must name a file and what it exports, for example index.handler; here is \"" + handler
                            + "\".");
            return Optional.empty();
        }
        return Optional.of(new ProcessFunction(name, handler, runtime, codeUri, command, environment, limits, model));
    }

    private static boolean bringsBootstrap(String runtime) {
        return runtime.startsWith("nodejs") || runtime.startsWith("python");
    }

    private static Optional<FunctionModel> readModel(Fields fields) {
        Optional<FunctionModel> model = FunctionModels.read(fields);
        fields.done();
        return model;
    }

    private static void writeLimits(FunctionLimits limits, FunctionLimits standard, Node.Builder fields) {
        if (limits.timeoutSeconds() != standard.timeoutSeconds()) {
            fields.put("Timeout", limits.timeoutSeconds());
        }
        if (limits.memorySize() != standard.memorySize()) {
            fields.put("MemorySize", limits.memorySize());
        }
        limits.reservedConcurrentExecutions().ifPresent(most -> fields.put("ReservedConcurrentExecutions", most));
        if (limits.provisionedConcurrency() != 0) {
            fields.put("ProvisionedConcurrency", limits.provisionedConcurrency());
        }
    }

    private static FunctionLimits readLimits(Fields fields, FunctionLimits standard) {
        int timeout =
                whole(fields, "Timeout", 1, FunctionLimits.LONGEST_TIMEOUT).orElse(standard.timeoutSeconds());
        int memory = whole(fields, "MemorySize", 128, 10_240).orElse(standard.memorySize());
        Optional<Integer> reserved = whole(fields, "ReservedConcurrentExecutions", 0, MOST_ENVIRONMENTS);
        int provisioned =
                whole(fields, "ProvisionedConcurrency", 0, MOST_ENVIRONMENTS).orElse(0);
        if (reserved.isPresent() && provisioned > reserved.get()) {
            fields.error(
                    "ProvisionedConcurrency",
                    "ProvisionedConcurrency is above ReservedConcurrentExecutions; as many as are reserved are kept"
                            + " warm. Correct one.");
            provisioned = reserved.get();
        }
        return new FunctionLimits(timeout, memory, reserved, provisioned);
    }

    private static Optional<Integer> whole(Fields fields, String name, long least, long most) {
        return fields.whole(name, least, most).map(Long::intValue);
    }
}

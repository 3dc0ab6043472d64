package dev.sluice.engine.driver.process;

import dev.sluice.engine.definition.ProcessFunction;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Environment variables as <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda
 * sets them</a>. Of the user's own only those go in without which programs do not start: a function never sees the
 * credentials of its author.
 */
final class LambdaVariables {
    private static final List<String> INHERITED = List.of(
            "PATH", "HOME", "SystemRoot", "SystemDrive", "Path", "PATHEXT", "TEMP", "TMP", "TMPDIR", "USERPROFILE");

    private LambdaVariables() {}

    /**
     * @param address of the Runtime API, host and port
     * @param logStream of the environment
     */
    static Map<String, String> of(
            ProcessFunction function,
            Path folder,
            String region,
            String address,
            String logStream,
            boolean provisioned) {
        var variables = new HashMap<String, String>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        String root = folder.toString();
        variables.put("AWS_LAMBDA_RUNTIME_API", address);
        variables.put("_HANDLER", function.handler());
        variables.put("LAMBDA_TASK_ROOT", root);
        variables.put("LAMBDA_RUNTIME_DIR", root);
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(function.limits().memorySize()));
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", provisioned ? "provisioned-concurrency" : "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        variables.put("AWS_ACCESS_KEY_ID", "sluice");
        variables.put("AWS_SECRET_ACCESS_KEY", "sluice");
        variables.put("AWS_SESSION_TOKEN", "sluice");
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("PYTHONDONTWRITEBYTECODE", "1"); // the folder is its author's; in Lambda it is read-only
        variables.putAll(function.environment());
        return variables;
    }
}

package dev.sluice.engine.execution.mapping;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.http.Body;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders templates in tests: a request with few facts, and a context like that of a real one. */
final class Templates {
    private static final MappingTemplates TEMPLATES = new MappingTemplates();

    private Templates() {}

    static String render(String template, String body) {
        return render(template, request(body));
    }

    static String render(String template, TemplateVariables variables) {
        try {
            return TEMPLATES.render(template, variables);
        } catch (TemplateException e) {
            throw new AssertionError(e.getMessage() + " at " + e.line() + ":" + e.column(), e);
        }
    }

    static TemplateException failure(String template, String body) {
        return assertThrows(TemplateException.class, () -> TEMPLATES.render(template, request(body)));
    }

    static TemplateVariables request(String body) {
        return new TemplateVariables(
                Body.utf8(body), Map.of(), Map.of(), Map.of(), context(), Map.of("stage-only", "x", "host", "h"));
    }

    static Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        context.put("stage", "test");
        context.put("httpMethod", "GET");
        context.put("requestId", "5ca4e5a6-4a7e-4e37-a4f8-0d2ac5f2a1b7");
        context.put("requestOverride", Overrides.none("requestOverride", "path", "header", "querystring"));
        context.put("responseOverride", Overrides.none("responseOverride", "header"));
        var identity = new LinkedHashMap<String, Object>();
        identity.put("caller", null);
        identity.put("sourceIp", "127.0.0.1");
        context.put("identity", identity);
        return context;
    }
}

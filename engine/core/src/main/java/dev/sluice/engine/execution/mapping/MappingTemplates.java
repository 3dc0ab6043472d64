package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Mapping templates: Apache Velocity with {@code $input}, {@code $util}, {@code $context} and {@code $stageVariables}
 * (data-plane section 11). Each text is compiled once. Safe for any number of threads.
 *
 * <p>Bounds of one rendering: a template of 300 KB, 1,000 rounds of a #foreach, 2,000,000 parts run, 67,108,864
 * characters read and built, 10,485,760 characters of result.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html">
 *     Mapping template and access logging variable reference</a>
 */
public final class MappingTemplates {
    /** Compiled templates are dropped, all at once, when their texts reach this many characters. */
    private static final long MOST_CACHED_CHARACTERS = 8L * 1024 * 1024;

    private final TemplateLanguage language = new TemplateLanguage();
    private final ConcurrentHashMap<String, CompiledTemplate> compiled = new ConcurrentHashMap<>();
    private final AtomicLong cachedCharacters = new AtomicLong();

    /** Whether the text is its own result whatever the request. */
    public static boolean isStatic(String template) {
        return template.indexOf('$') < 0 && template.indexOf('#') < 0;
    }

    /** @throws TemplateException if the template is wrong, fails, or does too much */
    public String render(String template, TemplateVariables variables) throws TemplateException {
        return isStatic(template) ? template : compiled(template).render(variables);
    }

    /**
     * Says whether the text is a template at all, without rendering it.
     *
     * @throws TemplateException if it is not
     */
    public void check(String template) throws TemplateException {
        compiled(template);
    }

    private CompiledTemplate compiled(String template) throws TemplateException {
        CompiledTemplate known = compiled.get(template);
        return known == null ? compile(template) : known;
    }

    private CompiledTemplate compile(String template) throws TemplateException {
        if (template.length() > Budget.TEMPLATE_CHARACTERS) {
            throw new TemplateException(
                    Reason.TOO_MUCH_WORK,
                    "A template may have up to " + Budget.TEMPLATE_CHARACTERS + " characters; this one has "
                            + template.length() + ".",
                    0,
                    0);
        }
        CompiledTemplate result = CompiledTemplate.of(template, language);
        if (cachedCharacters.addAndGet(template.length()) > MOST_CACHED_CHARACTERS) {
            compiled.clear();
            cachedCharacters.set(template.length());
        }
        compiled.put(template, result);
        return result;
    }
}

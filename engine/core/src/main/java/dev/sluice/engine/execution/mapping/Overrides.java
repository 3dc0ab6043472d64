package dev.sluice.engine.execution.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a template has put below {@code $context.requestOverride} or {@code $context.responseOverride}. Each name can be
 * set once: AWS documents a 5XX for a template that sets one again, here one that says where.
 *
 * <p>[unsure] Both templates of an exchange count together: what the request template has overridden is final.
 */
public final class Overrides extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private final String name;

    private Overrides(String name) {
        this.name = name;
    }

    /**
     * Nothing overridden yet.
     *
     * @param name as in {@code requestOverride}
     * @param parts maps below it, as {@code header}
     */
    public static Overrides none(String name, String... parts) {
        var overrides = new Overrides(name);
        for (String part : parts) {
            overrides.put(part, new Overrides(name + "." + part));
        }
        return overrides;
    }

    /** @throws TemplateFailure if the name was set before */
    @Override
    public Object put(String key, Object value) {
        Object before = get(key);
        if (before != null && !(before instanceof Overrides)) {
            throw new TemplateFailure("$context." + name + "." + key
                    + " is overridden twice; set a variable and override with it once, at the end.");
        }
        return super.put(key, value);
    }

    @Override
    public void putAll(Map<? extends String, ?> more) {
        more.forEach(this::put);
    }
}

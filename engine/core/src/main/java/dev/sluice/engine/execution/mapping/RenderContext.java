package dev.sluice.engine.execution.mapping;

import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalWrapperContext;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.jspecify.annotations.Nullable;

/** The variables of one rendering, and its budget. */
final class RenderContext extends VelocityContext {
    private final Budget budget = new Budget();

    RenderContext(TemplateVariables variables) {
        put("input", new InputVariable(variables, budget));
        put("util", Members.UtilFunctions.INSTANCE);
        put("context", variables.context());
        put("stageVariables", Map.copyOf(variables.stageVariables()));
    }

    /** Velocity 1's names for what {@code $foreach} says; Velocity itself has dropped them, API Gateway has not. */
    @Override
    public @Nullable Object internalGet(String key) {
        Object value = super.internalGet(key);
        if (value == null && super.internalGet("foreach") instanceof ForeachScope loop) {
            return switch (key) {
                case "velocityCount" -> loop.getCount();
                case "velocityHasNext" -> loop.hasNext();
                default -> null;
            };
        }
        return value;
    }

    /** The budget of the rendering that a node of the tree takes part in. */
    static Budget budget(Context context) {
        if (context instanceof RenderContext render) {
            return render.budget;
        }
        if (context instanceof InternalWrapperContext wrapper) {
            return budget(wrapper.getInternalUserContext());
        }
        throw new IllegalStateException("a template is rendered outside of MappingTemplates");
    }
}

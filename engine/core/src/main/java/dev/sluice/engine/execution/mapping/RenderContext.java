package dev.sluice.engine.execution.mapping;

import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalWrapperContext;

/** The variables of one rendering, and its budget. */
final class RenderContext extends VelocityContext {
    private final Budget budget = new Budget();

    RenderContext(TemplateVariables variables) {
        put("input", new InputVariable(variables, budget));
        put("util", Members.UtilFunctions.INSTANCE);
        put("context", variables.context());
        put("stageVariables", Map.copyOf(variables.stageVariables()));
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

package dev.sluice.engine.execution.mapping;

import java.io.Reader;
import org.apache.velocity.Template;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.runtime.Renderable;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/**
 * Velocity, set up as API Gateway's template language: references without a value print nothing, lists of JSON print as
 * JSON, and nothing outside of the template's variables can be reached.
 */
final class TemplateLanguage extends RuntimeInstance {
    private final EventCartridge printing = new EventCartridge();

    TemplateLanguage() {
        setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, AllowedMembers.class.getName());
        setProperty(RuntimeConstants.RESOURCE_MANAGER_CLASS, NoResources.class.getName());
        setProperty(RuntimeConstants.MAX_NUMBER_LOOPS, Budget.FOREACH_ITERATIONS);
        // Header names are written bare on API Gateway: #set($context.requestOverride.header.X-Amz-Target = "...").
        setProperty(RuntimeConstants.PARSER_HYPHEN_ALLOWED, true);
        setProperty(RuntimeConstants.VM_LIBRARY, "");
        setProperty(RuntimeConstants.VM_PERM_INLINE_LOCAL, true);
        setProperty(RuntimeConstants.PARSER_POOL_SIZE, 4);
        setProperty("runtime.string_interning", false);
        printing.addReferenceInsertionEventHandler(new Printing());
        init();
    }

    @Override
    public SimpleNode parse(Reader reader, Template template) throws ParseException {
        SimpleNode tree = super.parse(reader, template);
        BoundedTree.bound(tree);
        return tree;
    }

    @Override
    public EventCartridge getApplicationEventCartridge() {
        return printing;
    }

    /** How a reference prints, in the result and in texts in quotes. */
    private static final class Printing implements ReferenceInsertionEventHandler {
        @Override
        public Object referenceInsert(Context context, String reference, @Nullable Object value) {
            // A #define'd block renders itself.
            return value instanceof Renderable ? value : TemplateText.of(value, RenderContext.budget(context));
        }
    }
}

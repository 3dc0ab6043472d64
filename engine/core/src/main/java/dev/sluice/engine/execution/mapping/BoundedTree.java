package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;
import java.util.Set;
import org.apache.velocity.runtime.parser.node.ASTBlock;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTprocess;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/** Makes a parsed template safe to run: refuses directives that read files or text as code, and bounds the rest. */
final class BoundedTree {
    private static final Set<String> REFUSED = Set.of("include", "parse", "evaluate");

    private BoundedTree() {}

    /**
     * @return how much one run of the node costs, without the blocks below it: they pay for themselves
     * @throws TemplateFailure for a directive that mapping templates do not have
     */
    static long bound(SimpleNode node) {
        long parts = 1 + textLength(node) / 16;
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            var child = (SimpleNode) node.jjtGetChild(i);
            refuse(child);
            parts += bound(child);
            node.jjtAddChild(BoundedNodes.bounded(child), i);
        }
        if (node instanceof ASTBlock || node instanceof ASTprocess) {
            insertFirst(node, new BoundedNodes.Step(parts, node.getFirstToken()));
            return 1;
        }
        return parts;
    }

    private static void refuse(SimpleNode node) {
        if (node instanceof ASTDirective directive && REFUSED.contains(directive.getDirectiveName())) {
            throw new TemplateFailure(
                    Reason.SYNTAX,
                    "#" + directive.getDirectiveName() + " is not available in mapping templates.",
                    node.getFirstToken().beginLine,
                    node.getFirstToken().beginColumn);
        }
    }

    private static void insertFirst(SimpleNode block, SimpleNode first) {
        for (int i = block.jjtGetNumChildren() - 1; i >= 0; i--) {
            block.jjtAddChild(block.jjtGetChild(i), i + 1);
        }
        first.jjtSetParent(block);
        block.jjtAddChild(first, 0);
    }

    private static int textLength(SimpleNode node) {
        return node.getFirstToken() == null ? 0 : node.getFirstToken().image.length();
    }
}

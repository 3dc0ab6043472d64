package dev.sluice.engine.execution.mapping;

import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.node.ASTAddNode;
import org.apache.velocity.runtime.parser.node.ASTDivNode;
import org.apache.velocity.runtime.parser.node.ASTEQNode;
import org.apache.velocity.runtime.parser.node.ASTIdentifier;
import org.apache.velocity.runtime.parser.node.ASTIndex;
import org.apache.velocity.runtime.parser.node.ASTMap;
import org.apache.velocity.runtime.parser.node.ASTMathNode;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTModNode;
import org.apache.velocity.runtime.parser.node.ASTMulNode;
import org.apache.velocity.runtime.parser.node.ASTNENode;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.ASTSubtractNode;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a template that could call, compare or grow something, replaced by parts that ask {@link Members},
 * {@link Equality} and the {@link Budget}.
 *
 * <p>Replaced before Velocity initialises the tree, when a part is still nothing but its children and its tokens.
 */
final class BoundedNodes {
    private BoundedNodes() {}

    /** The node to stand where this one stands: itself, or the bounded kind. */
    static SimpleNode bounded(SimpleNode node) {
        SimpleNode replacement = replacement(node);
        if (replacement == null) {
            return node;
        }
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            replacement.jjtAddChild(node.jjtGetChild(i), i);
            node.jjtGetChild(i).jjtSetParent(replacement);
        }
        replacement.jjtSetParent(node.jjtGetParent());
        replacement.setInfo(node.getInfo());
        return replacement;
    }

    private static @Nullable SimpleNode replacement(SimpleNode node) {
        return switch (node) {
            case ASTReference reference -> new Reference(reference);
            case ASTMethod method -> new Call(method);
            case ASTIdentifier identifier -> new Property(identifier);
            case ASTIndex index -> new Element(index);
            case ASTNENode unequal -> new Unequal(unequal);
            case ASTEQNode equal -> new Equal(equal);
            case ASTAddNode add -> new Add(add);
            case ASTMulNode multiply -> new Arithmetic(multiply);
            case ASTSubtractNode subtract -> new Arithmetic(subtract);
            case ASTDivNode divide -> new Arithmetic(divide);
            case ASTModNode remainder -> new Arithmetic(remainder);
            case ASTMap map -> new MapLiteral(map);
            default -> null;
        };
    }

    /** The first part of each block: pays for one run of the block. */
    static final class Step extends SimpleNode {
        private final long parts;

        Step(long parts, @Nullable Token token) {
            super(0);
            this.parts = parts;
            this.line = token == null ? 0 : token.beginLine;
            this.column = token == null ? 0 : token.beginColumn;
        }

        @Override
        public Object init(InternalContextAdapter context, Object data) {
            return data;
        }

        @Override
        public String literal() {
            return "";
        }

        @Override
        public boolean render(InternalContextAdapter context, Writer writer) {
            try {
                RenderContext.budget(context).step(parts);
            } catch (TemplateFailure e) {
                throw e.at(line, column);
            }
            return true;
        }
    }

    private static final class Reference extends ASTReference {
        Reference(ASTReference node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public boolean setValue(InternalContextAdapter context, @Nullable Object value) {
            try {
                return super.setValue(context, value);
            } catch (TemplateFailure e) {
                throw e.at(line, column);
            }
        }

        @Override
        public boolean evaluate(InternalContextAdapter context) {
            return Members.isTrue(execute(this, context));
        }
    }

    private static final class Call extends ASTMethod {
        Call(ASTMethod node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public @Nullable Object execute(@Nullable Object target, InternalContextAdapter context) {
            var arguments = new ArrayList<@Nullable Object>(jjtGetNumChildren());
            for (int i = 1; i < jjtGetNumChildren(); i++) {
                arguments.add(jjtGetChild(i).value(context));
            }
            if (target == null) {
                return null;
            }
            try {
                return Members.call(target, getMethodName(), arguments, RenderContext.budget(context));
            } catch (TemplateFailure e) {
                throw e.at(line, column);
            } catch (UnsupportedOperationException | ClassCastException | IllegalArgumentException e) {
                throw new TemplateFailure("." + getMethodName() + "(...) is not possible here.").at(line, column);
            }
        }
    }

    private static final class Property extends ASTIdentifier {
        Property(ASTIdentifier node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public @Nullable Object execute(@Nullable Object target, InternalContextAdapter context) {
            return target == null ? null : Members.property(target, getIdentifier());
        }
    }

    private static final class Element extends ASTIndex {
        Element(ASTIndex node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public @Nullable Object execute(@Nullable Object target, InternalContextAdapter context) {
            Object index = jjtGetChild(0).value(context);
            try {
                return target == null ? null : Members.element(target, index);
            } catch (TemplateFailure e) {
                throw e.at(line, column);
            }
        }
    }

    private static final class Equal extends ASTEQNode {
        Equal(ASTEQNode node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public boolean evaluate(InternalContextAdapter context) {
            return same(this, context);
        }
    }

    private static final class Unequal extends ASTNENode {
        Unequal(ASTNENode node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public boolean evaluate(InternalContextAdapter context) {
            return !same(this, context);
        }
    }

    private static boolean same(Node node, InternalContextAdapter context) {
        Object left = node.jjtGetChild(0).value(context);
        Object right = node.jjtGetChild(1).value(context);
        return Equality.same(left, right, RenderContext.budget(context));
    }

    /** {@code +}: joins if one side is a text, else adds. */
    private static final class Add extends ASTAddNode {
        Add(ASTAddNode node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public @Nullable Object value(InternalContextAdapter context) {
            Object left = jjtGetChild(0).value(context);
            Object right = jjtGetChild(1).value(context);
            if (left instanceof String || right instanceof String) {
                Budget budget = RenderContext.budget(context);
                return text(left, 0, budget).concat(text(right, 1, budget));
            }
            Number l = Numbers.of(left);
            Number r = Numbers.of(right);
            return l == null || r == null ? null : Numbers.checked(perform(l, r, context));
        }

        /** Velocity joins the source text of a side that is null: {@code "a" + $b} is {@code a$b}. */
        private String text(@Nullable Object value, int child, Budget budget) {
            return TemplateText.of(value == null ? jjtGetChild(child).literal() : value, budget);
        }
    }

    private static final class Arithmetic extends ASTMathNode {
        private final ASTMathNode operation;

        Arithmetic(ASTMathNode node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
            operation = node;
        }

        @Override
        public Object init(InternalContextAdapter context, Object data) {
            operation.init(context, data);
            strictMode = false;
            line = operation.getLine();
            column = operation.getColumn();
            return data;
        }

        @Override
        public @Nullable Object value(InternalContextAdapter context) {
            Number left = Numbers.of(jjtGetChild(0).value(context));
            Number right = Numbers.of(jjtGetChild(1).value(context));
            return left == null || right == null ? null : perform(left, right, context);
        }

        @Override
        public @Nullable Number perform(Number left, Number right, InternalContextAdapter context) {
            Number result = operation.perform(left, right, context);
            return result == null ? null : Numbers.checked(result);
        }

        @Override
        public String getLiteralOperator() {
            return operation.getLiteralOperator();
        }
    }

    private static final class MapLiteral extends ASTMap {
        MapLiteral(ASTMap node) {
            super(node.getType());
            parser = node.getParser();
            template = node.getTemplate();
            first = node.getFirstToken();
            last = node.getLastToken();
        }

        @Override
        public Object value(InternalContextAdapter context) {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            for (int i = 0; i + 1 < jjtGetNumChildren(); i += 2) {
                Object key = MapMethods.key(jjtGetChild(i).value(context));
                map.put(key, jjtGetChild(i + 1).value(context));
            }
            return map;
        }
    }
}

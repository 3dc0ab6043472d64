package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.context.InternalContextAdapterImpl;
import org.apache.velocity.exception.ExtendedParseException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.directive.StopCommand;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.Token;
import org.apache.velocity.runtime.parser.TokenMgrError;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/** One template, parsed. Safe for any number of threads. */
final class CompiledTemplate {
    private static final String NAME = "mapping template";
    private static final Pattern LEXER_PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    private final SimpleNode tree;
    private final Template template;

    private CompiledTemplate(SimpleNode tree, Template template) {
        this.tree = tree;
        this.template = template;
    }

    static CompiledTemplate of(String text, TemplateLanguage language) throws TemplateException {
        var template = new Template();
        template.setName(NAME);
        template.setRuntimeServices(language);
        try {
            SimpleNode tree = language.parse(new StringReader(text), template);
            var context = new InternalContextAdapterImpl(new VelocityContext());
            context.pushCurrentTemplateName(NAME);
            context.setCurrentResource(template);
            tree.init(context, language);
            return new CompiledTemplate(tree, template);
        } catch (TemplateFailure e) {
            throw e.asException();
        } catch (ParseException e) {
            throw syntax(e);
        } catch (VelocityException e) {
            throw e.getCause() instanceof ParseException cause ? syntax(cause) : syntax(e.getMessage(), 0, 0);
        } catch (TokenMgrError e) {
            throw lexical(e);
        } catch (StackOverflowError e) {
            throw syntax("The template is nested too deep.", 0, 0);
        } catch (RuntimeException e) {
            throw syntax(e.getMessage(), 0, 0);
        }
    }

    String render(TemplateVariables variables) throws TemplateException {
        var writer = new BoundedWriter();
        var context = new InternalContextAdapterImpl(new RenderContext(variables));
        context.pushCurrentTemplateName(NAME);
        context.setCurrentResource(template);
        try {
            tree.render(context, writer);
        } catch (StopCommand stop) {
            // #stop ends the template; what was written so far is its result.
            return writer.toString();
        } catch (TemplateFailure e) {
            throw e.asException();
        } catch (VelocityException | IOException e) {
            throw new TemplateException(Reason.FAILED, words(e.getMessage()), 0, 0);
        } catch (StackOverflowError e) {
            throw new TemplateException(Reason.TOO_MUCH_WORK, "The template is nested too deep.", 0, 0);
        } catch (RuntimeException e) {
            // Velocity stumbles over some comparisons with nothing, 1 + 1 < $none for one.
            throw new TemplateException(Reason.FAILED, "Velocity fails here: " + words(e.getMessage()), 0, 0);
        }
        return writer.toString();
    }

    private static TemplateException syntax(ParseException e) {
        if (e instanceof ExtendedParseException placed) {
            return syntax(firstLine(e.getMessage()), placed.getLineNumber(), placed.getColumnNumber());
        }
        Token token = e.currentToken == null ? null : e.currentToken.next;
        if (token == null) {
            return lexical(e);
        }
        String message = token.kind == 0
                ? "The template ends too early: an #end, a quote or a bracket is missing."
                : "'" + token.image.strip() + "' is not expected here.";
        return syntax(message, token.beginLine, token.beginColumn);
    }

    private static TemplateException lexical(Throwable e) {
        Matcher place = LEXER_PLACE.matcher(words(e.getMessage()));
        return place.find()
                ? syntax(
                        "This cannot be read as a template.",
                        Integer.parseInt(place.group(1)),
                        Integer.parseInt(place.group(2)))
                : syntax(firstLine(e.getMessage()), 0, 0);
    }

    private static TemplateException syntax(@Nullable String message, int line, int column) {
        return new TemplateException(Reason.SYNTAX, words(message), Math.max(0, line), Math.max(0, column));
    }

    private static String firstLine(@Nullable String message) {
        return words(message).lines().findFirst().orElse("");
    }

    private static String words(@Nullable String message) {
        return message == null || message.isBlank() ? "The template cannot be read." : message;
    }
}

package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The query protocol: a form in, XML out (control-plane section 3.2). */
public final class QueryAnswer {
    private static final String REQUEST_ID = "<RequestId>00000000-0000-0000-0000-000000000000</RequestId>";

    /**
     * What differs from service to service.
     *
     * @param namespace of the XML
     * @param maps members that are maps, not structures
     */
    public record Dialect(String namespace, Set<String> maps) {}

    private final Dialect dialect;
    private final StringBuilder xml = new StringBuilder();

    private QueryAnswer(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Performs what the form's {@code Action} names. */
    public static RestAnswer of(
            Map<String, Operation> operations,
            Map<String, java.util.List<String>> form,
            Dialect dialect,
            long nowNanos) {
        String action = form.getOrDefault("Action", java.util.List.of("")).getFirst();
        Operation operation = operations.get(action);
        if (operation == null) {
            return error(new ServiceException("InvalidAction", "Could not find operation " + action + "."), dialect);
        }
        try {
            JsonNode output = operation.perform(QueryForm.read(form), nowNanos);
            return new QueryAnswer(dialect).success(action, output);
        } catch (ServiceException e) {
            return error(e, dialect);
        } catch (ControlException e) {
            return error(new ServiceException("MalformedInput", String.valueOf(e.getMessage())), dialect);
        }
    }

    private RestAnswer success(String action, JsonNode output) {
        xml.append('<')
                .append(action)
                .append("Response xmlns=\"")
                .append(dialect.namespace())
                .append("\">");
        element(action + "Result", output);
        xml.append("<ResponseMetadata>").append(REQUEST_ID).append("</ResponseMetadata></");
        xml.append(action).append("Response>");
        return answer(200, xml.toString());
    }

    private static RestAnswer error(ServiceException error, Dialect dialect) {
        var answer = new QueryAnswer(dialect);
        answer.xml.append("<ErrorResponse xmlns=\"").append(dialect.namespace()).append("\"><Error>");
        answer.text("Type", "Sender");
        answer.text("Code", error.queryCode());
        answer.text("Message", String.valueOf(error.getMessage()));
        answer.xml.append("</Error>").append(REQUEST_ID).append("</ErrorResponse>");
        return answer(400, answer.xml.toString());
    }

    private static RestAnswer answer(int status, String xml) {
        return new RestAnswer(status, Headers.of("Content-Type", "text/xml"), Body.utf8(xml));
    }

    private void element(String name, JsonNode value) {
        xml.append('<').append(name).append('>');
        if (value.isArray()) {
            value.forEach(item -> element("member", item));
        } else if (value.isObject() && dialect.maps().contains(name)) {
            value.properties().forEach(entry -> {
                xml.append("<entry>");
                text("key", entry.getKey());
                element("value", entry.getValue());
                xml.append("</entry>");
            });
        } else if (value.isObject()) {
            value.properties().forEach(member -> element(member.getKey(), member.getValue()));
        } else {
            xml.append(escaped(Moment.in(value).map(Object::toString).orElseGet(value::asString)));
        }
        xml.append("</").append(name).append('>');
    }

    private void text(String name, String value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(escaped(value))
                .append("</")
                .append(name)
                .append('>');
    }

    /** Characters that XML cannot have at all become U+FFFD. */
    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c >= ' '
                ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                : c == '\t' || c == '\n' || c == '\r';
    }
}

package dev.sluice.engine.fuzz;

import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Mapping templates from a grammar, spoiled or not: they render or say what is wrong, and reach nothing. */
class TemplateFuzzTest {
    private static final String CANARY = "dev.sluice.engine.fuzz.Canary";
    private static final String BODY = "\u001e";
    private static final List<String> NAMES = List.of(
            "$input", "$util", "$context", "$stageVariables", "$x", "$y", "$foreach", "$l", "$s", "${x}", "$!x");
    private static final List<String> MEMBERS = List.of(
            ".body",
            ".path('$')",
            ".path('$..*')",
            ".json('$.a')",
            ".params()",
            ".params('id')",
            ".identity.sourceIp",
            ".requestOverride.header.a",
            ".size()",
            ".get(0)",
            ".keySet()",
            ".entrySet()",
            ".hasNext",
            ".index",
            ".length()",
            ".substring(1)",
            ".replaceAll('(a+)+$', 'b')",
            ".split(',')",
            ".matches('(a|aa)+$')",
            ".toString()",
            ".escapeJavaScript($x)",
            ".parseJson($input.body)",
            ".urlEncode('a b')",
            ".base64Decode('!!')",
            ".add(1)",
            ".put('a', $x)",
            ".class",
            ".getClass()",
            ".class.forName('" + CANARY + "')",
            ".getClass().forName('" + CANARY + "').newInstance()",
            ".class.classLoader.loadClass('" + CANARY + "')",
            ".getClass().getMethods()",
            ".wait()",
            ".notifyAll()",
            ".hashCode()",
            "[0]",
            "['a']",
            ".a.b.c",
            ".format('%999999999d', 1)",
            ".repeat(1000000)",
            ".concat($s)",
            ".equals($x)",
            ".contains('a')");
    private static final List<String> WORDS = List.of(
            "#",
            "$",
            "#set(",
            "#end",
            "#if(",
            "#else",
            "#foreach(",
            "#[[",
            "]]#",
            "#*",
            "*#",
            "##",
            "#macro(m)",
            "#m()",
            "#define($d)",
            "#evaluate('x')",
            "#include('/etc/passwd')",
            "#parse('x')",
            "#stop",
            "#break",
            "$!{",
            "}",
            "..",
            "[1..1000]",
            "{'a':1}",
            "'",
            "\"",
            "\\",
            CANARY,
            "${velocityCount}",
            "1e999",
            "999999999999999999999");

    private final MappingTemplates templates = new MappingTemplates();

    @Test
    void templatesRenderOrSayWhatIsWrongAndReachNothing() {
        Fuzz.run(0.2, TemplateFuzzTest::input, this::check);
    }

    private static String input(SplittableRandom random) {
        String template = Text.spoiled(random, block(random, 3), WORDS);
        return template.replace(BODY, "") + BODY + Text.json(random, 3);
    }

    private static String block(SplittableRandom random, int depth) {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text.append(part(random, depth));
        }
        return text.toString();
    }

    private static String part(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth <= 0 ? 5 : 10)) {
            case 0 -> Text.signs(random, 8);
            case 1, 2 -> reference(random);
            case 3 ->
                "#set($" + Text.any(random, List.of("x", "y", "l", "s", "input", "context.a")) + " = "
                        + expression(random, 2) + ")";
            case 4 -> "\"" + reference(random) + "\"";
            case 5, 6 ->
                "#if(" + expression(random, 2) + ")" + block(random, depth - 1)
                        + (random.nextBoolean() ? "#else" + block(random, depth - 1) : "") + "#end";
            case 7, 8 -> "#foreach($x in " + expression(random, 1) + ")" + block(random, depth - 1) + "#end";
            default -> "#define($y)" + block(random, depth - 1) + "#end$y";
        };
    }

    private static String reference(SplittableRandom random) {
        var text = new StringBuilder(Text.any(random, NAMES));
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(Text.any(random, MEMBERS));
        }
        return text.toString();
    }

    private static String expression(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth <= 0 ? 5 : 9)) {
            case 0 -> Integer.toString(random.nextInt());
            case 1 -> "'" + Text.any(random, List.of("", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "%s")) + "'";
            case 2, 3, 4 -> reference(random);
            case 5 -> "[" + expression(random, depth - 1) + ", " + expression(random, depth - 1) + "]";
            case 6 -> "[1.." + random.nextInt(2_000) + "]";
            case 7 -> "{'a': " + expression(random, depth - 1) + "}";
            default ->
                expression(random, depth - 1)
                        + Text.any(random, List.of(" + ", " == ", " && ", " / ", " % ", " * ", " < "))
                        + expression(random, depth - 1);
        };
    }

    private void check(String input) {
        int end = input.lastIndexOf(BODY);
        String template = end < 0 ? input : input.substring(0, end);
        String result = "";
        try {
            result = templates.render(template, variables(end < 0 ? "" : input.substring(end + 1)));
        } catch (TemplateException said) {
            if (said.getMessage() == null || said.getMessage().isBlank()) {
                throw new AssertionError("a template is refused without a word", said);
            }
        }
        if (Canary.SUNG.get() > 0 || result.contains("class " + CANARY) || result.contains("reached")) {
            throw new AssertionError("reflection out of a template");
        }
    }

    private static TemplateVariables variables(String body) {
        var context = new LinkedHashMap<String, Object>();
        context.put("stage", "test");
        context.put("identity", new LinkedHashMap<>(Map.of("sourceIp", "127.0.0.1")));
        context.put("requestOverride", new LinkedHashMap<>(Map.of("header", new LinkedHashMap<String, Object>())));
        context.put("responseOverride", new LinkedHashMap<>(Map.of("header", new LinkedHashMap<String, Object>())));
        return new TemplateVariables(
                Body.utf8(body), Map.of("id", "7"), Map.of("q", "a b"), Map.of("X", "y"), context, Map.of("v", "w"));
    }
}

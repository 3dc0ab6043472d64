package dev.sluice.engine.execution.mapping;

import static dev.sluice.engine.execution.mapping.Templates.failure;
import static dev.sluice.engine.execution.mapping.Templates.render;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that want out, or never want to end. */
class HostileTemplatesTest {
    private static final String LOOP = "#foreach($i in [1..1000])";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$x.class.forName('java.lang.Runtime')",
                "$input.class",
                "$input.getClass().getClassLoader()",
                "$util.class.classLoader",
                "$util.getClass().forName('java.lang.System').exit(1)",
                "$context.getClass()",
                "$stageVariables.class",
                "#set($s = '')$s.class.forName('java.lang.Runtime').getRuntime().exec('id')",
                "#set($s = 'a')$s.getBytes() $s.getClass().getProtectionDomain() $s.wait(1)",
                "#set($l = [1])$l.getClass() $l.stream() $l.forEach($x) $l.notify()",
                "#foreach($i in [1])$foreach.getClass() $foreach.owner $foreach.info $foreach.stop()#end",
                "#define($d)x#end$d.class $d.getClass().forName('x')",
                "#set($n = 1)$n.class $n.getClass() $n.TYPE",
                "$input.params().getClass() $input.path('$').getClass()",
                "${velocityCount} $context.identity.class $request $response $application"
            })
    void nothingOutsideOfTheListCanBeReached(String template) {
        assertEquals("", render(template, "{}").strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#include('/etc/passwd')", "#parse('x.vm')", "a\n  #evaluate('$x')", "#if(true)#parse('x')#end"})
    void directivesThatReadFilesOrCodeAreRefusedAtTheirPlace(String template) {
        TemplateException e = failure(template, "");
        assertEquals(Reason.SYNTAX, e.reason());
        assertTrue(e.line() > 0 && e.column() > 0, e.getMessage() + " at " + e.line());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOOP + LOOP + LOOP + "#end#end#end",
                "#set($s = 'aaaaaaaaaa')" + LOOP + "#set($s = $s + $s)#end",
                "#set($s = 'aaaaaaaaaa')" + LOOP + "#set($s = \"$s$s\")#end",
                "#set($s = 'aaaaaaaaaa')" + LOOP + "#set($s = $s.concat($s))#end",
                "#set($s = 'aaaaaaaaaa')" + LOOP + "#set($s = $s.replace('a', $s))#end",
                "#set($s = 'aaaaaaaaaa')" + LOOP + "#set($s = $s.replaceAll('a', $s))#end",
                "#set($s = 'a')$s.repeat(2000000000)",
                "#set($l = [1])" + LOOP + "#set($x = $l.addAll($l))#end",
                "#set($l = [1])" + LOOP + "#set($l = [$l, $l])#end$l",
                "#set($l = [1])#set($m = [1])" + LOOP + "#set($l = [$l, $l])#set($m = [$m, $m])#end#if($l == $m)x#end",
                "#set($n = 9)" + LOOP + "#set($n = $n * $n)#end",
                "#define($d)$d$d$d$d#end" + LOOP + LOOP + "$d#end#end",
                "#macro(m)#m()#m()#m()#m()#m()#m()#end#m()",
                "#set($l = [])#set($x = $l.add($l))$l",
                "#set($l = [0..2000000000])$l.toString()"
            })
    void whatGrowsWithoutEndIsStopped(String template) {
        Reason reason = failure(template, "{}").reason();
        assertTrue(reason == Reason.TOO_MUCH_WORK || reason == Reason.FAILED, reason.name());
    }

    @Test
    void theResultHasALength() {
        assertEquals(
                Reason.TOO_MUCH_WORK,
                failure(LOOP + LOOP + "0123456789ABCDEF#end#end", "").reason());
    }

    @Test
    void oneLoopEndsAfterAThousandRounds() {
        assertEquals(1_000, render("#foreach($i in [1..5000])x#end", "").length());
    }

    @Test
    void aTemplateHasALength() {
        assertEquals(Reason.TOO_MUCH_WORK, failure("$x".repeat(160_000), "").reason());
    }

    @Test
    void bracketsWithoutEndAreRefusedNotCrashedOn() {
        assertEquals(
                Reason.SYNTAX,
                failure("#set($x = " + "(".repeat(100_000) + "1", "").reason());
        assertEquals(
                Reason.BODY_NOT_JSON,
                failure("$input.json('$')", "[".repeat(100_000)).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"#if($x|1", "a #end|1", "#foreach($x)a#end|1", "#set($x = )|1", "{'a': '#set($x 1)'}|1"})
    void aSyntaxErrorSaysWhere(String template, int line) {
        TemplateException e = failure("\n" + template, "");
        assertEquals(Reason.SYNTAX, e.reason(), template);
        assertEquals(line + 1, e.line(), e.getMessage());
        assertTrue(e.column() > 0, e.getMessage());
    }

    @Test
    void aFailingCallSaysWhere() {
        TemplateException e = failure("{\n  $input.path('$.l').get(7)\n}", "{\"l\":[1]}");
        assertEquals(2, e.line());
        assertEquals("Index 7 is outside of a list of 1.", e.getMessage());
    }

    @Test
    void macrosOfOneTemplateAreUnknownToTheNext() {
        assertEquals("hi", render("#macro(greet)hi#end#greet()", ""));
        assertEquals("#greet()", render("#greet()", ""));
    }

    @Test
    void randomTemplatesRenderOrFailInWords() {
        String[] parts = {
            "$",
            "#",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "'",
            "\"",
            "\\",
            "!",
            ".",
            ",",
            " ",
            "\n",
            "=",
            "==",
            "+",
            "*",
            "/",
            "#if(",
            "#else",
            "#elseif(",
            "#end",
            "#foreach($a in ",
            "#set($a = ",
            "$a",
            "$input",
            ".body",
            ".path('$",
            ".json('$.",
            "$util.",
            "urlEncode(",
            "parseJson(",
            "$context",
            ".requestOverride",
            "1",
            "-1",
            "..",
            "|",
            "&&",
            "#macro(m)",
            "#m()",
            "#define($d)",
            "$d",
            "##",
            "#*",
            "*#",
            "#[[",
            "]]#",
            "#break",
            "#stop",
            ".put('a', $a)",
            ".add($a)",
            ".toString()",
            ".replaceAll('(', 'b')",
            ".substring(3)",
            "null",
            "true",
            "é",
            "${",
            "$!{"
        };
        var random = new Random(20_261_124);
        for (int round = 0; round < 20_000; round++) {
            var template = new StringBuilder();
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                template.append(parts[random.nextInt(parts.length)]);
            }
            try {
                new MappingTemplatesOnce().render(template.toString());
            } catch (TemplateException e) {
                assertTrue(e.getMessage() != null && !e.getMessage().isBlank(), template.toString());
            } catch (RuntimeException | Error e) {
                fail("template " + template, e);
            }
        }
    }

    /** Shares one language between the rounds; each template is seen once. */
    private record MappingTemplatesOnce() {
        private static final MappingTemplates TEMPLATES = new MappingTemplates();

        String render(String template) throws TemplateException {
            return TEMPLATES.render(template, Templates.request("{\"a\": [1, {\"b\": \"c\"}]}"));
        }
    }

    @Test
    void whatVelocityItselfStumblesOverIsAFailureOfTheTemplate() {
        TemplateException e = failure("#set($a = 2 % $none < $other)$a", "{}");
        assertEquals(Reason.FAILED, e.reason());
    }
}

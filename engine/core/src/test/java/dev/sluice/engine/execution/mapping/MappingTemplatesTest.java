package dev.sluice.engine.execution.mapping;

import static dev.sluice.engine.execution.mapping.Templates.failure;
import static dev.sluice.engine.execution.mapping.Templates.render;
import static dev.sluice.engine.execution.mapping.Templates.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;
import dev.sluice.engine.http.Body;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What templates print, as recorded or documented (data-plane section 11). */
class MappingTemplatesTest {
    private static final String STATE = "{\"body\": $result, \"nested\": $result.nested, "
            + "\"isNull\": #if( $result == $null )\"true\"#else\"false\"#end, "
            + "\"isEmptyString\": #if( $result == \"\" )\"true\"#else\"false\"#end}";

    @Test
    void aTextWithoutDollarAndHashIsItsOwnResult() {
        assertEquals("{\"statusCode\": 200}", render("{\"statusCode\": 200}", ""));
        assertEquals("a \\ b", render("a \\ b", ""));
    }

    @Test
    void theBodyPrintsAsItCameAndAnEmptyOneAsBraces() {
        assertEquals("{\"some\": \"value\"}", render("#set($r = $input.body)$r", "{\"some\": \"value\"}"));
        assertEquals("MessageBody=some raw data", render("MessageBody=$input.body", "some raw data"));
        assertEquals("{}", render("#set($r = $input.body)$r", ""));
    }

    @Test
    void aMemberOfTheBodyTextPrintsNothing() {
        assertEquals("", render("#set($r = $input.body.testAccess)$r", "{\"testAccess\": 1}"));
        assertEquals(
                "EncodedBody=%7B%22some%22%3A+%22value%22%7D&EncodedBodyAccess=",
                render(
                        "EncodedBody=$util.urlEncode($input.body)"
                                + "&EncodedBodyAccess=$util.urlEncode($input.body.testAccess)",
                        "{\"some\": \"value\"}"));
    }

    @Test
    void anObjectPrintsLikeAJavaMapAndAListLikeJson() {
        assertEquals("{foo=bar, k=v}", render("$input.path('$')", "{\"foo\":\"bar\", \"k\": \"v\"}"));
        assertEquals("[{\"foo\":\"bar\"}]", render("$input.path('$.l')", "{\"l\":[{\"foo\": \"bar\"}]}"));
        assertEquals("{foo=[{\"nested\":\"bar\"}]}", render("$input.path('$')", "{\"foo\":[{\"nested\":\"bar\"}]}"));
        assertEquals("{foo=bar}", render("#set($r = $input.path('$'))$r[0]", "[{\"foo\":\"bar\"}]"));
        assertEquals("[{\"foo\":\"bar\"}]", render("#set($r = $input.path('$'))$r[0]", "[[{\"foo\":\"bar\"}]]"));
        assertEquals("{foo=bar}", render("#set($r = $input.path('$'))$r.toString()", "{\"foo\":\"bar\"}"));
        assertEquals(
                "{list=[{\"foo\":\"bar\"}]}", render("$input.path('$').toString()", "{\"list\": [{\"foo\":\"bar\"}]}"));
        assertEquals("[a, 1]", render("#set($l = ['a', 1])$l", ""));
    }

    @Test
    void aMissingPathAndANullAreNullAndEqualToTheEmptyText() {
        String expected = "{\"body\": , \"nested\": , \"isNull\": \"true\", \"isEmptyString\": \"true\"}";
        assertEquals(expected, render("#set($result = $input.path('$.v'))" + STATE, "{\"v\": null}"));
        assertEquals(expected, render("#set($result = $input.path('$.v'))" + STATE, "{}"));
    }

    @Test
    void anEmptyListIsNeitherNullNorEmptyText() {
        assertEquals(
                "{\"body\": [], \"nested\": , \"isNull\": \"false\", \"isEmptyString\": \"false\"}",
                render("#set($result = $input.path('$.v'))" + STATE, "{\"v\": []}"));
    }

    @Test
    void unresolvedReferencesPrintNothing() {
        assertEquals("[] [] [] []", render("[$foo] [$!foo] [${foo}] [$foo.bar.baz()]", ""));
        assertEquals("costs $5.00 and $", render("costs $5.00 and $", ""));
    }

    @Test
    void jsonPrintsCompactAndAMissingPathIsEmpty() {
        assertEquals(
                "{\"x\":1,\"y\":[true,null,\"é\\\"\"]}",
                render("$input.json('$.k')", "{\"k\": {\"x\": 1, \"y\": [true, null, \"é\\\"\"]}}"));
        assertEquals("[]", render("[$input.json('$.nope')]", "{}"));
        assertEquals("null", render("$input.json('$.n')", "{\"n\":null}"));
    }

    @Test
    void aBodyThatIsPlainTextIsATextForPathAndJson() {
        assertEquals("a=1&b=2", render("$input.path('$')", "a=1&b=2"));
        assertEquals("\"a=1&b=2\"", render("$input.json('$')", "a=1&b=2"));
        assertEquals("", render("$input.path('$.a')", "a=1&b=2"));
    }

    @Test
    void aBodyThatOnlyStartsLikeJsonIsRefused() {
        TemplateException e = failure("x $input.json('$')", "{\"a\": ");
        assertEquals(Reason.BODY_NOT_JSON, e.reason());
        assertEquals(1, e.line());
    }

    @Test
    void paramsAreSearchedInPathThenQueryThenHeaders() {
        var all = new TemplateVariables(
                Body.EMPTY,
                Map.of("x", "path"),
                Map.of("x", "query", "y", "query"),
                Map.of("x", "h", "y", "h", "z", "h"),
                Map.of(),
                Map.of());
        assertEquals(
                "path query h []",
                render("$input.params('x') $input.params('y') $input.params('z') [$input.params('nope')]", all));
        assertEquals("path querystring header ", render("#foreach($k in $input.params().keySet())$k #end", all));
        assertEquals("path", render("$input.params().path.x", all));
    }

    @Test
    void theContextCanBeWalkedAndItsNullsPrintNothing() {
        assertEquals(
                "{\"caller\": \"\",\"sourceIp\": \"127.0.0.1\"}",
                render(
                        "{#foreach( $key in $context.identity.keySet() )\"$key\": \"$context.identity.get($key)\""
                                + "#if($foreach.hasNext),#end#end}",
                        ""));
        assertEquals("[]", render("[$stageVariables.undefined]", ""));
    }

    @Test
    void namesMayHoldHyphens() {
        TemplateVariables request = request("{\"a-b\": 1}");
        render("#set($context.requestOverride.header.X-Amz-Target = 'AWSEvents.PutEvents')", request);
        assertEquals("{X-Amz-Target=AWSEvents.PutEvents}", render("$context.requestOverride.header", request));
        assertEquals("1 x 2", render("#set($x-y = 'x')$input.path('$').a-b $x-y #set($n = 3 - 1)$n", request));
    }

    @Test
    void anOverrideSetTwiceFailsAndSaysWhere() {
        TemplateException e = failure("""
                #set($context.requestOverride.header.a = "1")
                #set($context.requestOverride.header.b = "2")
                #set($context["requestOverride"].header["a"] = "3")""", "");
        assertEquals(Reason.FAILED, e.reason());
        assertEquals(3, e.line());
        assertTrue(e.column() > 0, e.getMessage());
        assertTrue(e.getMessage().contains("$context.requestOverride.header.a is overridden twice"), e.getMessage());
        String status = "#set($context.responseOverride.status = 201)";
        assertEquals(2, failure(status + "\n" + status, "").line());
        String put = "$context.requestOverride.path.put('id', 1)";
        assertEquals(2, failure(put + "\n" + put, "").line());
        assertEquals(
                2,
                failure(put + "\n$context.requestOverride.path.putAll({'id': 2})", "")
                        .line());
    }

    @Test
    void overridesAreWrittenByDotBracketAndPut() {
        TemplateVariables request = request("");
        render("""
                #set($context.responseOverride.status = 444)
                #set($context.responseOverride.header.foo = "bar")
                #set($context["requestOverride"].path["id"] = "7")
                $context.requestOverride.querystring.put("q", "1")
                """, request);
        assertEquals(
                "{header={foo=bar}, status=444}",
                request.context().get("responseOverride").toString());
        assertEquals(
                "{path={id=7}, header={}, querystring={q=1}}",
                request.context().get("requestOverride").toString());
    }

    @Test
    void loopsAreCountedUnderTheirOldNamesToo() {
        String loops = "#foreach($a in [1, 2])#foreach($b in [5, 6])$velocityCount#if($velocityHasNext),#end#end"
                + "[$velocityCount]#end$velocityCount";
        assertEquals("1,2[1]1,2[2]", render(loops, ""));
        assertEquals("mine", render("#set($velocityCount = 'mine')#foreach($a in [1])$velocityCount#end", ""));
    }

    @Test
    void utilFunctionsDoWhatTheirNamesSay() {
        assertEquals("it\\'s \\\"x\\\" \\u00E9", render("$util.escapeJavaScript(\"it's \"\"x\"\" é\")", ""));
        assertEquals("b", render("#set($o = $util.parseJson('{\"a\":[\"b\"]}'))$o.a[0]", ""));
        assertEquals("a b+", render("$util.urlDecode('a+b%2B')", ""));
        assertEquals("4pyT 42 ✓", render("$util.base64Encode('✓') 42 $util.base64Decode('4pyT')", ""));
    }

    @Test
    void theDocumentedPhotosTemplateRenders() {
        String template = """
                #set($inputRoot = $input.path('$'))
                {"photos": [
                #foreach($elem in $inputRoot.photos.photo)
                    {"id": "$elem.id", "ispublic": $elem.ispublic}#if($foreach.hasNext),#end

                #end
                ]}""";
        assertEquals(
                "{\"photos\":[{\"id\":\"1\",\"ispublic\":1},{\"id\":\"2\",\"ispublic\":0}]}",
                render(
                                template,
                                "{\"photos\":{\"photo\":[{\"id\":\"1\",\"ispublic\":1},{\"id\":\"2\",\"ispublic\":0}]}}")
                        .replaceAll("\\s", ""));
    }

    @Test
    void theErrorTutorialOverridesTheStatus() {
        TemplateVariables request = request("{\"errors\":[{\"key\":\"k\"}]}");
        String printed = render(
                "#set($r = $input.path('$'))\n$input.json(\"$\")\n#if($r.toString().contains(\"error\"))\n"
                        + "#set($context.responseOverride.status = 400)\n#end\n",
                request);
        assertEquals("{\"errors\":[{\"key\":\"k\"}]}", printed.strip());
        assertTrue(request.context().get("responseOverride").toString().contains("status=400"));
    }

    @Test
    void arithmeticAndComparisonWorkOnNumbersAndOnTextsThatSpellThem() {
        assertEquals(
                "7 6 2 1 x1 true",
                render(
                        "#set($a = 3 + 4)$a #set($b = '3' * 2)$b #set($c = 5 / 2)$c #set($d = 5 % 2)$d #set($e = 'x' + 1)$e"
                                + " #if($a > 6 && '7' == 7)true#end",
                        ""));
    }

    @Test
    void methodsOfTextsListsAndMapsWork() {
        assertEquals(
                "b-c 3 true",
                render(
                        "$input.path('$.s').substring(2) $input.path('$.l').size() " + "$input.path('$.l').contains(2)",
                        "{\"s\":\"a b-c\",\"l\":[1,2,3]}"));
        assertEquals("it's", render("$util.escapeJavaScript(\"it's\").replaceAll(\"\\\\'\", \"'\")", ""));
        assertEquals("a b", render("#set($s = 'a,b,,')#set($p = $s.split(','))$p.get(0) $p[-1]", ""));
        assertEquals("k=v ", render("#set($m = {'k':'v'})#foreach($e in $m.entrySet())$e.key=$e.value #end", ""));
    }

    /** The template that a well-known deployment tool gives every function; it runs in thousands of APIs. */
    @Test
    void aDefinedBlockIsRunAnewForEachMap() {
        String template = """
                #define( $loop )
                {
                #foreach($key in $map.keySet())
                  #set( $k = $util.escapeJavaScript($key) )
                  #set( $v = $util.escapeJavaScript($map.get($key)).replaceAll("\\\\'", "'"))
                  "$k": "$v"#if( $foreach.hasNext ) , #end
                #end
                }
                #end
                {
                  "method": "$context.httpMethod",
                  "principalId": "$context.authorizer.principalId",
                  #set( $map = $context.authorizer )
                  "enhancedAuthContext": $loop,
                  #set( $map = $input.params().header )
                  "headers": $loop,
                  #set( $map = $input.params().querystring )
                  "query": $loop,
                  #set( $map = $context.identity )
                  "identity": $loop,
                  #set( $map = $stageVariables )
                  "stageVariables": $loop
                }""";
        var request = new TemplateVariables(
                Body.EMPTY, Map.of(), Map.of("q", "it's"), Map.of("X-A", "1"), Templates.context(), Map.of());
        assertEquals(
                "{\"method\":\"GET\",\"principalId\":\"\",\"enhancedAuthContext\":{},\"headers\":{\"X-A\":\"1\"},"
                        + "\"query\":{\"q\":\"it's\"},\"identity\":{\"caller\":\"\",\"sourceIp\":\"127.0.0.1\"},"
                        + "\"stageVariables\":{}}",
                render(template, request).replaceAll("\\s", ""));
    }
}

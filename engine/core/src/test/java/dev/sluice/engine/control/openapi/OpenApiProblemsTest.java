package dev.sluice.engine.control.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.control.document.DocumentParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can be wrong or is not carried, and the exact place it is reported at: the sign § marks it. */
class OpenApiProblemsTest {
    private static final String HEAD = "openapi: 3.0.1\ninfo: {title: Shop}\n";
    private static final String MOCK = "x-amazon-apigateway-integration: {type: mock}";

    private static void expect(Severity severity, String sentence, String file, String marked) {
        int mark = marked.indexOf('§');
        String before = marked.substring(0, mark);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        ImportedApi api = Documents.read(file, marked.replace("§", ""));
        assertTrue(
                api.problems().stream()
                        .anyMatch(problem -> problem.severity() == severity
                                && problem.line() == line
                                && problem.column() == column
                                && problem.message().contains(sentence)),
                () -> "expected " + line + ":" + column + " " + severity + " " + sentence + ", found\n"
                        + Documents.lines(api.problems()));
    }

    private static void error(String sentence, String yaml) {
        expect(Severity.ERROR, sentence, "api.yaml", yaml);
    }

    private static void warning(String sentence, String yaml) {
        expect(Severity.WARNING, sentence, "api.yaml", yaml);
    }

    private static void errorInMethod(String sentence, String operation) {
        error(sentence, HEAD + "paths:\n  /a/{b}:\n    get:\n" + operation.indent(6));
    }

    private static void warningInMethod(String sentence, String operation) {
        warning(sentence, HEAD + "paths:\n  /a/{b}:\n    get:\n" + operation.indent(6));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b     | must start with a slash",
                "/a//b   | two slashes in a row",
                "/{p+}/b | must be the last segment",
                "/a b    | must consist of letters",
                "/x{b}   | must consist of letters",
                "/é      | must consist of letters",
            })
    void aPathThatCannotBeServedIsLeftOut(String path, String sentence) {
        error(sentence, HEAD + "paths:\n  §\"" + path + "\": {get: {" + MOCK + "}}");
    }

    @Test
    void pathsThatNoRequestCouldTellApartAreReported() {
        error("could tell this path from /a/{b}", HEAD + "paths:\n  /a/{b}: {}\n  §/a/{c}: {}");
        error("could tell this path from /a/{b}", HEAD + "paths:\n  /a/{b}: {}\n  §/a/{c}/d: {}");
        error("could tell this path from /a", HEAD + "paths:\n  /a: {}\n  §/a/: {}");
    }

    @Test
    void aParameterAndAGreedyOneMayBeSiblings() {
        assertEquals(
                List.of(),
                Documents.read(HEAD + "paths: {'/a/{b}': {}, '/a/{c+}': {}}").problems());
    }

    @Test
    void aSlashAtTheEndIsDropped() {
        warning("The slash at the end is dropped", HEAD + "paths:\n  §/a/: {get: {" + MOCK + "}}");
    }

    @Test
    void aNameThatIsThereTwiceIsReportedAtTheSecond() {
        error("is there already, on line 4", HEAD + "paths:\n  /a: {get: {" + MOCK + "}}\n  §/a: {}");
        expect(
                Severity.ERROR,
                "is there already, on line 1",
                "a.json",
                "{\"openapi\": \"3.0.1\", §\"openapi\": \"2\"}");
    }

    @Test
    void aMethodWithoutIntegrationIsLeftOut() {
        error("has no x-amazon-apigateway-integration", HEAD + "paths:\n  /a:\n    §get: {responses: {}}");
    }

    @Test
    void integrationsThatCannotBeCalledAreReported() {
        errorInMethod(
                "no path or action of an AWS service",
                "x-amazon-apigateway-integration: {type: aws, httpMethod: POST, §uri: 'arn:aws:apigateway:us-east-1:sqs'}");
        warningInMethod(
                "refuses calls without credentials",
                "x-amazon-apigateway-integration: {type: aws, httpMethod: POST, §uri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q'}");
        errorInMethod("is not one of", "x-amazon-apigateway-integration: {type: mock, §contentHandling: X}");
        errorInMethod("is no integration type", "§x-amazon-apigateway-integration: {type: carrier_pigeon}");
        errorInMethod("has no type", "§x-amazon-apigateway-integration: {}");
        errorInMethod(
                "Invalid HTTP endpoint", "x-amazon-apigateway-integration: {type: http, httpMethod: GET, §uri: /a}");
        errorInMethod(
                "is no function",
                "x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, §uri: 'http://a'}");
        errorInMethod(
                "needs a connectionId",
                "x-amazon-apigateway-integration: {type: http, uri: 'http://a', §connectionType: VPC_LINK}");
    }

    @Test
    void integrationsWithWrongNumbersOrNamesAreReported() {
        errorInMethod("from 50 to 29000", "x-amazon-apigateway-integration: {type: mock, §timeoutInMillis: 49}");
        errorInMethod("from 50 to 29000", "x-amazon-apigateway-integration: {type: mock, §timeoutInMillis: 29001}");
        errorInMethod("must be a number", "x-amazon-apigateway-integration: {type: mock, §timeoutInMillis: soon}");
        errorInMethod("is not one of", "x-amazon-apigateway-integration: {type: mock, §passthroughBehavior: maybe}");
        errorInMethod("neither INTERNET nor", "x-amazon-apigateway-integration: {type: mock, §connectionType: TUBE}");
        errorInMethod(
                "must be text, but here is an object",
                "x-amazon-apigateway-integration: {type: mock, requestTemplates: {§application/json: {statusCode: 200}}}");
    }

    @Test
    void integrationResponsesWithFaultsAreLeftOut() {
        errorInMethod(
                "is no regular expression",
                "x-amazon-apigateway-integration: {type: mock, responses: {§'[': {statusCode: 200}}}");
        warningInMethod(
                "here this response is never chosen",
                "x-amazon-apigateway-integration: {type: mock, responses: {§'(a)\\1': {statusCode: 200}}}\n"
                        + "responses: {200: {description: ''}}");
        errorInMethod(
                "is no status code",
                "x-amazon-apigateway-integration: {type: mock, responses: {default: {§statusCode: 99}}}");
        errorInMethod(
                "\"statusCode\" is missing",
                "x-amazon-apigateway-integration: {type: mock, responses: {default: §{}}}");
    }

    @Test
    void methodResponsesNeedAStatusCode() {
        errorInMethod("is no status code from 100 to 599", MOCK + "\nresponses: {§2XX: {}}");
        errorInMethod("is no status code from 100 to 599", MOCK + "\nresponses: {§600: {}}");
        warningInMethod("no default method response", MOCK + "\nresponses: {§default: {}}");
    }

    @Test
    void parametersInOddPlacesAreReported() {
        errorInMethod("is no place for a parameter", MOCK + "\nparameters: [{name: a, §in: air}]");
        errorInMethod("\"name\" is missing", MOCK + "\nparameters: [§{in: query}]");
        warningInMethod("does not map cookies", MOCK + "\nparameters: [{name: a, §in: cookie}]");
        warningInMethod("has no parameter {z}", MOCK + "\nparameters: [{§name: z, in: path}]");
        warningInMethod("form parameter \"a\" is not carried", MOCK + "\nparameters: [{name: a, §in: formData}]");
    }

    @Test
    void anAuthorizerThatCannotDecideLeavesItsMethodOut() {
        String document = HEAD + """
                paths:
                  /a:
                    get: {security: [{§door: []}], x-amazon-apigateway-integration: {type: mock}}
                    put: {x-amazon-apigateway-integration: {type: mock}}
                components:
                  securitySchemes:
                    door: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token}}
                """;
        error("The method was left out: it would be open", document);
        var api = Documents.read(document.replace("§", "")).definition().orElseThrow();
        assertEquals(
                List.of("PUT"),
                List.copyOf(api.resource("/a").orElseThrow().methods().keySet()));
    }

    @Test
    void unknownSchemesLeaveTheirMethodOut() {
        errorInMethod("neither NONE nor AWS_IAM", MOCK + "\nx-amazon-apigateway-auth: {§type: AWS_IAN}");
        errorInMethod("is not defined", MOCK + "\nsecurity: [{§door: []}]");
    }

    @Test
    void securityOfTheTopLeavesMethodsOutOrHasNoEffect() {
        String schemes = "components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}, "
                + "jwt: {type: oauth2, x-amazon-apigateway-authorizer: {type: jwt}}}}\n";
        warning(
                "only where an operation itself says so",
                HEAD + schemes + "security: [{§key: []}]\npaths: {/a: {get: {" + MOCK + "}}}");
        error(
                "asks \"jwt\" of every method",
                HEAD + schemes + "security: [{jwt: []}]\npaths: {/a: {get: §{" + MOCK + "}}}");
    }

    @Test
    void otherSecuritySchemesAreIgnoredAloud() {
        warning(
                "ignores the security scheme \"basic\"",
                HEAD
                        + "components: {securitySchemes: {basic: {type: http}}}\npaths: {/a: {get: {security: [{§basic: []}], "
                        + MOCK + "}}}");
    }

    @Test
    void whatOfASchemaIsNotCheckedIsNamedAtItsPlace() {
        String models = HEAD + "paths: {}\ncomponents: {schemas: {Pet: ";
        warning("leads out of the API", models + "{properties: {a: {§$ref: 'http://127.0.0.1:1/x.json'}}}}}");
        warning("leads out of the API", models + "{items: {§$ref: 'file:///etc/passwd'}}}}");
        warning("Nothing stands at", models + "{items: {§$ref: '#/components/schemas/Cat'}}}}");
        warning("cannot be used", models + "{properties: {a: {§pattern: '('}}}}}");
        warning("must be a list of names", models + "{§required: true}}}");
    }

    @Test
    void wrongValidatorsAndCacheKeysAreReported() {
        errorInMethod("no request validator \"all\"", MOCK + "\n§x-amazon-apigateway-request-validator: all");
        errorInMethod(
                "no parameter of a request", "x-amazon-apigateway-integration: {type: mock, §cacheKeyParameters: [a]}");
        error("0 to 10485760", HEAD + "paths: {}\n§x-amazon-apigateway-minimum-compression-size: 10485761");
    }

    @Test
    void whatIsNotSupportedYetIsNamed() {
        warning("one's own machine", HEAD + "paths: {}\n§x-amazon-apigateway-endpoint-configuration: {}");
        warning("for HTTP APIs", HEAD + "paths: {}\n§x-amazon-apigateway-cors: {}");
        warning("base path", HEAD + "paths: {}\n§servers: [{url: /v1}]");
        warning("base path /v1", "swagger: 2.0\ninfo: {title: A}\npaths: {}\n§basePath: /v1");
    }

    @Test
    void aPolicyThatCannotBeUsedIsKeptAndReported() {
        String policy =
                "{Statement: {Effect: Allow, Principal: '*', Action: '*', Resource: '*', Condition: {Maybe: {a: b}}}}";
        String document = HEAD + "paths: {}\n§x-amazon-apigateway-policy: " + policy;
        error("\"Maybe\" is not known. Until that is corrected every request is denied", document);
        assertTrue(Documents.read(document.replace("§", ""))
                .definition()
                .orElseThrow()
                .policy()
                .isPresent());
    }

    @Test
    void authorizersWithFaultsAreReported() {
        String start = HEAD + "paths: {}\ncomponents: {securitySchemes: {a: {type: apiKey, in: header, name: H, "
                + "x-amazon-apigateway-authorizer: ";
        String uri = "authorizerUri: arn:aws:lambda:us-east-1:123456789012:function:f";
        error("JWT authorizers are for HTTP APIs", start + "{§type: jwt}}}}");
        error("\"type\" is missing", start + "§{" + uri + "}}}}");
        error("\"authorizerUri\" is missing", start + "§{type: token}}}}");
        error("is no function. The authorizer was left out", start + "{type: token, §authorizerUri: x}}}}");
        error("is no identity source", start + "{type: token, " + uri + ", §identitySource: header.X}}}}");
        error("No token will match it", start + "{type: token, " + uri + ", §identityValidationExpression: '('}}}}");
        error(
                "a whole number from 0 to 3600",
                start + "{type: token, " + uri + ", §authorizerResultTtlInSeconds: 3601}}}}");
        error("needs providerARNs", start + "§{type: cognito_user_pools}}}}");
    }

    @Test
    void unknownMembersAreNamedWhereverTheyStand() {
        warning("\"paaths\" is not known here", HEAD + "paths: {}\n§paaths: {}");
        warning("\"x-amazon-apigateway-new\" is not known", HEAD + "paths: {}\n§x-amazon-apigateway-new: {}");
        warning("\"gett\" is not known", HEAD + "paths: {/a: {§gett: {}}}");
        warning("no TRACE method", HEAD + "paths: {/a: {§trace: {}}}");
        warningInMethod("\"retries\" is not known", "x-amazon-apigateway-integration: {type: mock, §retries: 3}");
        error("is no gateway response type", HEAD + "paths: {}\nx-amazon-apigateway-gateway-responses: {§TEAPOT: {}}");
    }

    @Test
    void documentationIsCountedOnceAtTheFirst() {
        warning("3 descriptions, examples", HEAD + "§tags: [{name: a}]\npaths: {/a: {summary: b, description: c}}");
    }

    @Test
    void referencesOutOfTheDocumentAreNotFollowed() {
        error("leads out of this document", HEAD + "paths: {/a: {$ref: §'other.yaml#/a'}}");
        error("leads out of this document", HEAD + "paths: {/a: {$ref: §'http://a.example/'}}");
        error("Nothing stands at", HEAD + "paths: {/a: {$ref: §'#/paths/~1b'}}");
    }

    @Test
    void referencesInACircleEnd() {
        error("leads back to itself", HEAD + "paths: {/a: {$ref: §'#/paths/~1b'}, /b: {$ref: '#/paths/~1a'}}");
    }

    @Test
    void otherVersionsAreReported() {
        error("reads OpenAPI 3.0 and Swagger 2.0", "§openapi: 3.1.0\ninfo: {title: A}\npaths: {}");
        error("reads OpenAPI 3.0 and Swagger 2.0", "§swagger: '1.2'\ninfo: {title: A}\npaths: {}");
        error("This is no OpenAPI document", "§title: A");
        error("An OpenAPI document is an object", "§- A");
        error("\"paths\" is missing", "§openapi: 3.0.1\ninfo: {title: A}");
    }

    @Test
    void brokenTextIsReportedWhereItBreaks() {
        expect(Severity.ERROR, "not valid JSON", "a.json", "{\"openapi\": §x}");
        error("A second document starts here", HEAD + "paths: {}\n---\n§a: b");
        error("The alias *b", HEAD + "paths: §*b");
    }

    @Test
    void aFileThatIsNoTextIsReported() {
        byte[] latin = "openapi: 3.0.1\ninfo: {title: Caf\u00e9}".getBytes(StandardCharsets.ISO_8859_1);
        Problem problem = only(OpenApiReader.read("a.yaml", latin, Documents.SETTINGS));
        assertEquals("2:18", problem.line() + ":" + problem.column());
        assertTrue(problem.message().contains("not UTF-8"));
    }

    @Test
    void anEmptyFileIsReported() {
        assertTrue(only(Documents.read("")).message().contains("empty"));
        assertTrue(only(Documents.read("a.yaml", "# nothing\n")).message().contains("no document"));
    }

    @Test
    void aFileOverSixMegabytesIsReported() {
        byte[] large = new byte[DocumentParser.MOST_BYTES + 1];
        assertTrue(only(OpenApiReader.read("a.yaml", large, Documents.SETTINGS))
                .message()
                .contains("6 MB"));
    }

    @Test
    void aBombOfAliasesIsDefused() {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        assertTrue(only(Documents.read(bomb.toString())).message().contains("parts"));
    }

    @Test
    void aBombOfReferencesIsDefused() {
        var bomb = new StringBuilder(
                HEAD + "components:\n  x-amazon-apigateway-integrations:\n    i:\n      requestTemplates:\n");
        for (int i = 0; i < 3_000; i++) {
            bomb.append("        t").append(i).append(": x\n");
        }
        bomb.append("      type: mock\npaths:\n");
        for (int i = 0; i < 3_000; i++) {
            bomb.append("  /p")
                    .append(i)
                    .append(": {get: {x-amazon-apigateway-integration: ")
                    .append("{$ref: '#/components/x-amazon-apigateway-integrations/i'}}}\n");
        }
        assertTrue(Documents.read(bomb.toString()).problems().size() < 10);
    }

    @Test
    void deepNestingIsRefused() {
        for (String file : List.of("a.json", "a.yaml")) {
            String deep = "[".repeat(100_000);
            assertTrue(only(Documents.read(file, deep)).severity() == Severity.ERROR);
        }
    }

    private static Problem only(ImportedApi api) {
        assertEquals(1, api.problems().size(), () -> Documents.lines(api.problems()));
        assertTrue(api.definition().isEmpty());
        return api.problems().getFirst();
    }
}

package dev.sluice.engine.execution.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routing as data-plane section 4 records it. */
class RouteTreeTest {
    private final RouteTree<String> routes = new RouteTree<>();

    private void route(String httpMethod, String path) {
        routes.add(path, httpMethod, httpMethod + " " + path);
    }

    private String find(String httpMethod, String path) {
        return routes.find(path, httpMethod, true).map(RouteTree.Match::method).orElse("nothing");
    }

    private Map<String, String> parameters(String httpMethod, String path) {
        return routes.find(path, httpMethod, true).orElseThrow().pathParameters();
    }

    @Test
    void theRootIsFound() {
        route("GET", "/");
        assertEquals("GET /", find("GET", "/"));
    }

    @Test
    void aLiteralBeatsAParameterAndThatAGreedyOne() {
        route("GET", "/users/me");
        route("GET", "/users/{id}");
        route("GET", "/users/{proxy+}");
        assertEquals("GET /users/me", find("GET", "/users/me"));
        assertEquals("GET /users/{id}", find("GET", "/users/7"));
        assertEquals("GET /users/{proxy+}", find("GET", "/users/7/pets"));
    }

    @Test
    void aBranchWithoutTheMethodIsLeftAgain() {
        route("GET", "/part1/hardcoded-value");
        route("GET", "/{param+}");
        assertEquals("GET /part1/hardcoded-value", find("GET", "/part1/hardcoded-value"));
        assertEquals("GET /{param+}", find("GET", "/part1/random-value"));
        assertEquals(Map.of("param", "part1/random-value"), parameters("GET", "/part1/random-value"));
    }

    @Test
    void theHttpMethodIsPartOfTheMatch() {
        route("POST", "/test");
        route("OPTIONS", "/{proxy+}");
        assertEquals("OPTIONS /{proxy+}", find("OPTIONS", "/test"));
        assertEquals("nothing", find("GET", "/test"));
    }

    @Test
    void aSpecificMethodBeatsAny() {
        route("ANY", "/pets");
        route("GET", "/pets");
        assertEquals("GET /pets", find("GET", "/pets"));
        assertEquals("ANY /pets", find("DELETE", "/pets"));
    }

    @Test
    void aParameterIsNeverEmpty() {
        route("GET", "/resource/{name}");
        assertEquals("nothing", find("GET", "/resource/"));
        assertEquals("nothing", find("GET", "/resource"));
    }

    @Test
    void aParameterThatLedNowhereLeavesNoValueBehind() {
        route("GET", "/{a}/x");
        route("GET", "/{proxy+}");
        assertEquals(Map.of("proxy", "1/y"), parameters("GET", "/1/y"));
    }

    @Test
    void percentEscapesStayAsSent() {
        route("GET", "/users/{id}");
        assertEquals(Map.of("id", "test%2Balias@gmail.com"), parameters("GET", "/users/test%2Balias@gmail.com"));
    }

    @Test
    void doubledSlashesInsideAGreedyValueAreKept() {
        route("GET", "/{proxy+}");
        assertEquals(Map.of("proxy", "a//b"), parameters("GET", "/a//b"));
    }

    @Test
    void aTrailingSlashIsIgnoredOrAnotherPathAsTheProfileSays() {
        route("GET", "/users");
        assertEquals("GET /users", find("GET", "/users/"));
        assertEquals(true, routes.find("/users/", "GET", false).isEmpty());
    }

    @Test
    void aTrailingSlashIsNoPartOfAGreedyValue() {
        route("GET", "/{proxy+}");
        assertEquals(Map.of("proxy", "a/b"), parameters("GET", "/a/b/"));
        assertEquals(
                Map.of("proxy", "a/b"),
                routes.find("/a/b/", "GET", false).orElseThrow().pathParameters());
    }
}

package dev.sluice.app.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.app.design.TreeEntry.MethodEntry;
import dev.sluice.app.frame.Selection;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.ThrottleTier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DesignModelTest {
    private Workspace workspace = ArticleWorkspace.definition();
    private final DesignModel model =
            new DesignModel(() -> workspace, Selection.in(workspace), "http://127.0.0.1:4567");

    @Test
    void pathsHangUnderTheLongestPathAboveThem() {
        TreeBranch users = model.tree().getFirst().children().get(1);
        assertEquals(new TreeEntry.ResourceEntry("/users", "/users"), users.entry());
        assertEquals(
                new TreeEntry.ResourceEntry("/users/{id}", "/{id}"),
                users.children().getLast().entry());
    }

    @Test
    void theFilterUnderstandsMethodsKeysAndChanges() {
        assertEquals(List.of("POST /users", "POST /orders"), shownFor("post"));
        assertEquals(List.of("GET /health"), shownFor("key:no"));
        assertEquals(List.of("GET /reports", "DELETE /reports/{id}"), shownFor("changed"));
        assertEquals(List.of("GET /users"), shownFor("get /users key:yes").subList(0, 1));
        assertEquals(List.of(), shownFor("nothing-like-it"));
    }

    @Test
    void aMethodSaysHowItStandsToTheStage() {
        assertEquals(DeploymentState.DEPLOYED, described("/users", "GET").state());
        assertEquals(DeploymentState.CHANGED, described("/reports", "GET").state());
        assertEquals(
                DeploymentState.NOT_DEPLOYED,
                described("/reports/{id}", "DELETE").state());
    }

    @Test
    void limitsComeInTheOrderOfTheProfile() {
        assertEquals(
                List.of(
                        ThrottleTier.ACCOUNT,
                        ThrottleTier.STAGE,
                        ThrottleTier.USAGE_PLAN,
                        ThrottleTier.USAGE_PLAN,
                        ThrottleTier.USAGE_PLAN_METHOD,
                        ThrottleTier.USAGE_PLAN),
                tiers("/orders", "POST"));
        workspace = workspace.withProfile(BehaviourProfile.AWS);
        assertEquals(ThrottleTier.ACCOUNT, tiers("/orders", "POST").getLast());
    }

    @Test
    void plansDoNotApplyToAMethodWithoutAKey() {
        List<EffectiveLimit> limits = described("/health", "GET").limits();
        assertEquals(
                List.of(ThrottleTier.ACCOUNT, ThrottleTier.STAGE),
                limits.stream()
                        .filter(limit -> limit.ignored().isEmpty())
                        .map(EffectiveLimit::tier)
                        .toList());
    }

    @Test
    void underAwsRulesAMethodsOwnThrottleReplacesTheStages() {
        workspace = workspace.withProfile(BehaviourProfile.AWS);
        EffectiveLimit stage = described("/users", "GET").limits().stream()
                .filter(limit -> limit.tier() == ThrottleTier.STAGE)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("the method has its own"), stage.ignored());
    }

    @Test
    void boxesSumUpWhatTheyHold() {
        MethodDescription orders = described("/orders", "POST");
        assertEquals(
                "API key required", orders.content(DiagramBox.METHOD_REQUEST).firstLine());
        assertEquals(
                "1 template", orders.content(DiagramBox.INTEGRATION_REQUEST).secondLine());
        assertEquals("orders.internal", orders.content(DiagramBox.INTEGRATION).firstLine());
        assertEquals(
                "list-users",
                described("/users", "GET").content(DiagramBox.INTEGRATION).firstLine());
        assertEquals(
                "200 · 400", orders.content(DiagramBox.INTEGRATION_RESPONSE).secondLine());
    }

    @Test
    void curlCallsTheSelectedStage() {
        model.selectStage("dev");
        assertEquals(
                "curl -i -X POST -H 'x-api-key: YOUR_KEY' "
                        + "'http://127.0.0.1:4567/_aws/execute-api/a1b2c3d4e5/dev/orders'",
                described("/orders", "POST").curl());
    }

    private List<ThrottleTier> tiers(String path, String httpMethod) {
        return described(path, httpMethod).limits().stream()
                .map(EffectiveLimit::tier)
                .toList();
    }

    private MethodDescription described(String path, String httpMethod) {
        model.select(ArticleWorkspace.API, path, httpMethod);
        return model.description().orElseThrow();
    }

    private List<String> shownFor(String filter) {
        model.filterProperty().set(filter);
        return model.tree().stream().flatMap(DesignModelTest::methods).toList();
    }

    private static Stream<String> methods(TreeBranch branch) {
        Stream<String> own = branch.entry() instanceof MethodEntry method
                ? Stream.of(method.httpMethod() + " " + method.path())
                : Stream.empty();
        return Stream.concat(own, branch.children().stream().flatMap(DesignModelTest::methods));
    }
}

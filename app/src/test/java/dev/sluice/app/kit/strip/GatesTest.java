package dev.sluice.app.kit.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ArticleWorkspace;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.ThrottleTier;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {
    private static final String API = ArticleWorkspace.API;

    private static List<ThrottleTier> tiers(BehaviourProfile profile, String methodKey) {
        var call = new Gates.Call(API, "prod", methodKey, "gold");
        return Gates.of(ArticleWorkspace.definition().withProfile(profile), List.of(call)).keySet().stream()
                .map(BucketId::tier)
                .toList();
    }

    @Test
    void theArticleAsksTheAccountFirstAndAwsTheUsagePlan() {
        assertEquals(
                List.of(ThrottleTier.ACCOUNT, ThrottleTier.STAGE, ThrottleTier.METHOD, ThrottleTier.USAGE_PLAN),
                tiers(BehaviourProfile.ARTICLE, "/users/GET"));
        assertEquals(
                List.of(ThrottleTier.USAGE_PLAN, ThrottleTier.METHOD, ThrottleTier.ACCOUNT),
                tiers(BehaviourProfile.AWS, "/users/GET"));
    }

    @Test
    void aMethodWithoutItsOwnLimitGetsTheStagesCopyOnAws() {
        assertEquals(
                List.of(
                        ThrottleTier.USAGE_PLAN_METHOD,
                        ThrottleTier.USAGE_PLAN,
                        ThrottleTier.STAGE,
                        ThrottleTier.ACCOUNT),
                tiers(BehaviourProfile.AWS, "/orders/POST"));
    }

    @Test
    void twoClientsShareWhatIsNotTheirOwn() {
        var gates = Gates.of(
                ArticleWorkspace.definition(),
                List.of(
                        new Gates.Call(API, "prod", "/users/GET", "gold"),
                        new Gates.Call(API, "prod", "/users/GET", "free")));
        assertEquals(5, gates.size());
    }

    @Test
    void slotsAddUpAndForgetAfterAMinute() {
        var bins = new Bins();
        bins.add(2, 1_000_000_000L);
        bins.add(3, 1_050_000_000L);
        assertEquals(5, bins.at(0, 1_050_000_000L));
        bins.add(1, 62_000_000_000L);
        assertTrue(Double.isNaN(bins.at(599, 62_000_000_000L)));
        assertEquals(2_500, Bins.niceCeiling(2_100));
    }
}

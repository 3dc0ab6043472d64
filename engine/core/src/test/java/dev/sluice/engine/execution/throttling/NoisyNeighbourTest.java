package dev.sluice.engine.execution.throttling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.definition.BehaviourProfile.Charging;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What the order of the tiers and the charging do to good clients: one client sends 20,000 requests a second and 99
 * send 50 each, for a minute, at random; plan 100/200 for each key, stage 9,000/5,000, account 10,000/5,000.
 */
class NoisyNeighbourTest {
    private static final long NOW = 1_795_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void withTheUsagePlanFirstGoodClientsAreNeverRefused() {
        assertEquals(0, percentOfGoodRequestsRefused(false, Charging.ALL_OR_NOTHING));
        assertEquals(0, percentOfGoodRequestsRefused(false, Charging.SEQUENTIAL));
    }

    @Test
    void withTheAccountFirstOnlyChargingNothingForARefusalSparesThem() {
        assertEquals(0, percentOfGoodRequestsRefused(true, Charging.ALL_OR_NOTHING));
        assertEquals(63.6, percentOfGoodRequestsRefused(true, Charging.SEQUENTIAL), 0.5);
    }

    private static double percentOfGoodRequestsRefused(boolean accountFirst, Charging charging) {
        Throttle throttle = Throttle.forOneThread();
        List<TokenBucket[]> clients = clients(throttle, accountFirst);
        var random = new SplittableRandom(1);
        long sent = 0;
        long refused = 0;
        for (long now = NOW; now < NOW + 60 * SECOND; now += gapNanos(random)) {
            int client = random.nextInt(24_950) < 20_000 ? 0 : 1 + random.nextInt(99);
            boolean admitted =
                    throttle.admit(null, clients.get(client), charging, now).admitted();
            if (client > 0) {
                sent++;
                refused += admitted ? 0 : 1;
            }
        }
        return 100.0 * refused / sent;
    }

    private static long gapNanos(SplittableRandom random) {
        return Math.round(-Math.log(1 - random.nextDouble()) * SECOND / 24_950);
    }

    private static List<TokenBucket[]> clients(Throttle throttle, boolean accountFirst) {
        var clients = new ArrayList<TokenBucket[]>();
        for (int client = 0; client < 100; client++) {
            var tiers = new ArrayList<>(List.of(
                    bucket(throttle, BucketId.usagePlan("plan", "key" + client), "100", 200),
                    bucket(throttle, BucketId.stage("a1b2c3d4e5", "prod"), "9000", 5_000),
                    bucket(throttle, BucketId.account(), "10000", 5_000)));
            if (accountFirst) {
                Collections.reverse(tiers);
            }
            clients.add(tiers.toArray(TokenBucket[]::new));
        }
        return clients;
    }

    private static TokenBucket bucket(Throttle throttle, BucketId id, String rate, int burst) {
        return throttle.buckets().bucket(id, BucketLimit.of(new ThrottleSettings(rate, burst)));
    }
}

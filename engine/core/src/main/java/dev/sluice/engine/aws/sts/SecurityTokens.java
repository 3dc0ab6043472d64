package dev.sluice.engine.aws.sts;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.QueryService;
import dev.sluice.engine.aws.protocol.QueryAnswer.Dialect;
import dev.sluice.engine.backend.protocol.Json;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** GetCallerIdentity, which Terraform asks first: every caller is the account's root, as callers are not checked. */
public final class SecurityTokens {
    private final Engine engine;

    private SecurityTokens(Engine engine) {
        this.engine = engine;
    }

    public static AwsService over(Engine engine) {
        return new QueryService(
                "2011-06-15",
                new Dialect("https://sts.amazonaws.com/doc/2011-06-15/", Set.of()),
                Map.of("GetCallerIdentity", new SecurityTokens(engine)::identity));
    }

    private ObjectNode identity(ObjectNode input, long nowNanos) {
        String account = engine.workspace().account().accountId();
        return Json.object()
                .put("Arn", "arn:aws:iam::" + account + ":root")
                .put("UserId", account)
                .put("Account", account);
    }
}

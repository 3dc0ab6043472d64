package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.Caller;
import dev.sluice.engine.execution.authorization.IamCallers;
import dev.sluice.engine.execution.authorization.policy.AccessRequest;
import dev.sluice.engine.execution.authorization.policy.Effect;
import dev.sluice.engine.execution.authorization.signature.SignatureResult;
import dev.sluice.engine.journal.Cause;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AWS_IAM: the request is signed by a user of the workspace whose policies allow the route. Everything else is 403
 * {@code Forbidden}; that a missing signature is no 401 is captured, that a wrong one says no more is unsure.
 */
final class SignedAuthorization implements RouteAuthorization {
    private static final String NAME = "AWS_IAM";

    private final Account account;
    private final IamCallers callers;

    SignedAuthorization(Workspace workspace) {
        account = workspace.account();
        callers = new IamCallers(workspace);
    }

    @Override
    public Verdict authorize(Exchange exchange, long nowNanos) {
        return switch (callers.check(exchange.request(), nowNanos)) {
            case SignatureResult.Absent() -> forbidden("The request is not signed.");
            case SignatureResult.Refused refused -> forbidden(refused.reason());
            case SignatureResult.Genuine(IamUser user) -> authorize(exchange, callers.signer(user));
        };
    }

    /** A user of another account never gets in: an HTTP API has no policy of its own that could allow it. */
    private Verdict authorize(Exchange exchange, Caller.Signer signer) {
        String userName = signer.user().userName();
        if (!signer.accountId().equals(account.accountId())) {
            return forbidden("The IAM user " + userName + " belongs to another account.");
        }
        var request = new AccessRequest(
                "execute-api:Invoke",
                RouteArn.of(exchange),
                new AccessRequest.Principal.User(signer.accountId(), signer.arn()),
                Map.of("aws:sourceip", exchange.request().sourceIp()));
        Effect effect =
                signer.policies().stream().map(policy -> policy.ask(request)).reduce(Effect.SILENT, Effect::or);
        if (effect != Effect.ALLOW) {
            return forbidden("The policies of the IAM user " + userName + " do not allow it.");
        }
        exchange.httpApi().calledBy(caller(signer), exchange);
        return Verdict.GO;
    }

    private static RouteCaller caller(Caller.Signer signer) {
        var iam = new LinkedHashMap<String, Object>();
        iam.put("accessKey", signer.user().accessKeyId());
        iam.put("accountId", signer.accountId());
        iam.put("callerId", signer.principalId());
        iam.put("userArn", signer.arn());
        iam.put("userId", signer.principalId());
        return new RouteCaller(Map.of("iam", iam), Map.of(), signer.identity());
    }

    private static Verdict forbidden(String reason) {
        return HttpApiRefusal.forbidden(new Cause.RouteNotAuthorized(NAME, reason));
    }
}

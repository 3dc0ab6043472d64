package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.authorization.policy.Policy;
import dev.sluice.engine.execution.authorization.signature.SignatureCheck;
import dev.sluice.engine.execution.authorization.signature.SignatureResult;
import dev.sluice.engine.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/** The users of a workspace that may sign requests, their policies read. Immutable. */
public final class IamCallers {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_LENGTH = 17;

    private final SignatureCheck check;
    private final Map<String, Caller.Signer> byAccessKey = new HashMap<>();

    public IamCallers(Workspace workspace) {
        Account account = workspace.account();
        check = new SignatureCheck(account.region(), SignatureCheck.EXECUTE_API, workspace.iamUsers());
        workspace.iamUsers().stream()
                .filter(user -> !user.secretAccessKey().isEmpty())
                .forEach(user -> byAccessKey.putIfAbsent(user.accessKeyId(), signer(user, account)));
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public SignatureResult check(HttpRequest request, long nowNanos) {
        return check.check(request, nowNanos);
    }

    /** The user as a caller. */
    public Caller.Signer signer(IamUser user) {
        Caller.Signer signer = byAccessKey.get(user.accessKeyId());
        if (signer == null) {
            throw new IllegalStateException("a user that is not of this workspace");
        }
        return signer;
    }

    private static Caller.Signer signer(IamUser user, Account account) {
        String accountId = user.accountId().orElse(account.accountId());
        return new Caller.Signer(
                user,
                accountId,
                principalId(accountId, user.userName()),
                user.policies().stream().map(Policy::ofIdentityOrDenyAll).toList());
    }

    /** The unique id that AWS gives each user: here it follows from account and name. */
    private static String principalId(String accountId, String userName) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((accountId + "/" + userName).getBytes(StandardCharsets.UTF_8));
            var id = new StringBuilder("AIDA");
            for (int i = 0; i < ID_LENGTH; i++) {
                id.append(LETTERS.charAt(hash[i] & 31));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

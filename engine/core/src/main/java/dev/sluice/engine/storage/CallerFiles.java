package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.EmbeddedJson;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.definition.TokenIssuer;
import dev.sluice.engine.execution.authorization.policy.BadPolicy;
import dev.sluice.engine.execution.authorization.policy.Policy;
import dev.sluice.engine.execution.token.IssuerKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code iam-users/NAME.json} and {@code token-issuers/NAME.json}. What a user signs with lies apart, in
 * {@code .state/iam-secrets.json}, which is kept out of version control; a user whose secret is not there stays, and no
 * signature of it is good.
 */
final class CallerFiles {
    static final String SECRETS = ".state/iam-secrets.json";
    static final String STATE_IGNORED = ".state/.gitignore";
    static final String IGNORE_ALL = "*\n";

    /** Seconds since 1970 of the year 10000. */
    private static final long LATEST = 253_402_300_800L;

    private CallerFiles() {}

    static Mapping write(IamUser user) {
        var fields = Mapping.builder().put("userName", user.userName()).put("accessKeyId", user.accessKeyId());
        user.accountId().ifPresent(id -> fields.put("accountId", id));
        return fields.putUnlessEmpty(
                        "policies",
                        Node.sequence(
                                user.policies().stream().map(EmbeddedJson::node).toList()))
                .build();
    }

    /** The secrets of all users by access key, in the order of the keys. */
    static Mapping writeSecrets(List<IamUser> users) {
        var secrets = Mapping.builder();
        for (IamUser user : users.stream()
                .sorted(Comparator.comparing(IamUser::accessKeyId))
                .toList()) {
            var secret = Mapping.builder().putUnlessEmpty("secretAccessKey", user.secretAccessKey());
            user.session().ifPresent(session -> {
                secret.put("sessionToken", session.token());
                session.expiration().ifPresent(seconds -> secret.put("expiration", seconds));
            });
            secrets.putUnlessEmpty(user.accessKeyId(), secret.build());
        }
        return secrets.build();
    }

    /** @param secrets by access key */
    static Optional<IamUser> readUser(Fields fields, Map<String, Fields> secrets) {
        Optional<String> name = fields.requiredText("userName");
        Optional<String> key = fields.requiredText("accessKeyId");
        Optional<String> account = fields.text("accountId");
        var policies = new ArrayList<String>();
        for (Node policy : fields.items("policies")) {
            policies.add(EmbeddedJson.text(policy));
            check(fields, policies.getLast());
        }
        fields.done();
        if (name.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Optional<Fields> secret = Optional.ofNullable(secrets.get(key.get()));
        String secretKey = secret.flatMap(own -> own.text("secretAccessKey")).orElse("");
        if (secretKey.isEmpty()) {
            fields.warning(
                    "accessKeyId",
                    "There is no secret for this key in " + SECRETS
                            + ", so no signature of the user is good. Secrets are not shared: add your own.");
        }
        return Optional.of(
                new IamUser(name.get(), key.get(), secretKey, policies, account, secret.flatMap(CallerFiles::session)));
    }

    private static Optional<IamUser.Session> session(Fields secret) {
        Optional<Long> expiration = secret.whole("expiration", 0, LATEST);
        return secret.text("sessionToken").map(token -> new IamUser.Session(token, expiration));
    }

    private static void check(Fields fields, String policy) {
        try {
            Policy.ofIdentity(policy);
        } catch (BadPolicy e) {
            fields.error("policies", e.sentence() + " Until that is corrected the user may call nothing.");
        }
    }

    static Mapping write(TokenIssuer issuer) {
        return Mapping.builder()
                .put("name", issuer.name())
                .put("issuer", issuer.issuer())
                .putUnlessEmpty("arns", Node.texts(issuer.arns()))
                .put("jwks", EmbeddedJson.node(issuer.jwks()))
                .build();
    }

    static Optional<TokenIssuer> readIssuer(Fields fields, References references) {
        Optional<String> name = fields.requiredText("name");
        Optional<String> issuer = fields.requiredText("issuer");
        List<String> arns = fields.textItems("arns");
        String jwks = fields.node("jwks").map(EmbeddedJson::text).orElse("");
        fields.done();
        if (name.isEmpty() || issuer.isEmpty()) {
            return Optional.empty();
        }
        var read = new TokenIssuer(name.get(), issuer.get(), arns, jwks);
        IssuerKeys.of(read).problem().ifPresent(problem -> fields.warning("jwks", problem));
        return Optional.of(read);
    }
}

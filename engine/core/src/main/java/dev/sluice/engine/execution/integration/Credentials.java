package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodAuthorization;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The role that an integration has the gateway assume. The workspace knows no roles, so an ARN is trusted; what AWS
 * could never assume is not: a text that names no role, and the caller's own identity ({@code arn:aws:iam::*:user/*})
 * where nobody signs.
 *
 * <p>An integration without a role is called all the same [unsure: on AWS the service would answer an unsigned
 * request]; reading such a document warns.
 *
 * @param arn with its stage variables filled in
 */
record Credentials(String arn, boolean isAssumable) {
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+");
    private static final Pattern CALLER = Pattern.compile("arn:aws[a-z-]*:iam::\\*:user/\\*");

    /** What only a stack of CloudFormation knows, as in <code>${ApiRole.Arn}</code>. */
    private static final String STACK_RESOURCE = "${";

    /** None if the integration names no role. */
    static Optional<Credentials> of(Method method, Map<String, String> variables) {
        return method.integration()
                .credentials()
                .map(text -> StageVariableText.filled(text, variables))
                .map(arn -> new Credentials(arn, isAssumable(arn, method)));
    }

    /** The role, if the gateway cannot act as it. */
    Optional<String> notAssumable() {
        return isAssumable ? Optional.empty() : Optional.of(arn);
    }

    private static boolean isAssumable(String arn, Method method) {
        return CALLER.matcher(arn).matches()
                ? method.authorization().type() == MethodAuthorization.Type.AWS_IAM
                : ROLE.matcher(arn).matches() || arn.startsWith(STACK_RESOURCE);
    }
}

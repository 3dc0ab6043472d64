package dev.sluice.engine.control.account;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * UpdateAccount; GetAccount is {@link Workspace#account}. The throttle is not changed here: on AWS that takes a quota
 * request. The one feature there is, UsagePlans, is always on.
 */
public final class AccountOperations {
    /** The feature that every account has. */
    public static final String FEATURE = "UsagePlans";

    private static final PatchPaths PATHS = new PatchPaths(Map.of(
            "replace", List.of("/cloudwatchRoleArn"), "add", List.of("/features"), "remove", List.of("/features")));

    private AccountOperations() {}

    /** UpdateAccount: all operations or none. */
    public static Change<Account> update(Workspace workspace, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateAccountInput");
        Account account = workspace.account();
        for (PatchOperation operation : operations) {
            if (PATHS.check(operation).equals("/features")) {
                checkFeature(operation);
            } else {
                account = account.withCloudwatchRoleArn(
                        Optional.of(PatchValue.text(operation)).filter(arn -> !arn.isEmpty()));
            }
        }
        return new Change<>(workspace.withAccount(account), account);
    }

    private static void checkFeature(PatchOperation operation) {
        if (!PatchValue.text(operation).equals(FEATURE)) {
            throw ControlException.badRequest("Invalid feature specified. Must be one of: [" + FEATURE + "]");
        }
        if (operation.op().equals("remove")) {
            throw ControlException.badRequest("Usage Plans cannot be disabled once enabled");
        }
    }
}

package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.BehaviourProfile.Charging;
import dev.sluice.engine.definition.BehaviourProfile.LogWording;
import dev.sluice.engine.definition.BehaviourProfile.StageLimit;
import dev.sluice.engine.definition.BehaviourProfile.TierOrder;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.BehaviourProfile.TrailingSlash;
import dev.sluice.engine.definition.BehaviourProfile.UnhealthyVpcLink;
import dev.sluice.engine.definition.Workspace;

/** {@code workspace.json}: the workspace's name, its profile as a preset's name or the single switches, its account. */
record SettingsFile(String name, BehaviourProfile profile, Account account) {

    static Mapping write(Workspace workspace) {
        return Mapping.builder()
                .put("name", workspace.name())
                .put("profile", profile(workspace.profile()))
                .put("account", account(workspace.account()))
                .build();
    }

    static SettingsFile read(Fields fields) {
        var settings = new SettingsFile(
                fields.requiredText("name").orElse("unnamed"), readProfile(fields), readAccount(fields));
        fields.done();
        return settings;
    }

    private static Node profile(BehaviourProfile profile) {
        if (profile.equals(BehaviourProfile.AWS)) {
            return Node.text("aws");
        }
        if (profile.equals(BehaviourProfile.ARTICLE)) {
            return Node.text("article");
        }
        return Mapping.builder()
                .put("tierOrder", profile.tierOrder().name())
                .put("charging", profile.charging().name())
                .put("stageLimit", profile.stageLimit().name())
                .put("trailingSlash", profile.trailingSlash().name())
                .put("timeoutCeiling", profile.timeoutCeiling().name())
                .put("logWording", profile.logWording().name())
                .put("unhealthyVpcLink", profile.unhealthyVpcLink().name())
                .build();
    }

    private static BehaviourProfile readProfile(Fields fields) {
        Node node = fields.node("profile").orElse(Node.text("aws"));
        if (node instanceof Scalar scalar) {
            return switch (scalar.text()) {
                case "aws" -> BehaviourProfile.AWS;
                case "article" -> BehaviourProfile.ARTICLE;
                default -> {
                    fields.error(
                            "profile",
                            "\"" + scalar.text()
                                    + "\" is no profile; aws is taken. Write aws, article or an object of switches.");
                    yield BehaviourProfile.AWS;
                }
            };
        }
        Fields switches = fields.fields("profile");
        BehaviourProfile profile = readSwitches(switches);
        switches.done();
        return profile;
    }

    /** A switch that is missing stands as AWS has it. */
    private static BehaviourProfile readSwitches(Fields switches) {
        BehaviourProfile aws = BehaviourProfile.AWS;
        return new BehaviourProfile(
                switches.constant("tierOrder", TierOrder.class).orElse(aws.tierOrder()),
                switches.constant("charging", Charging.class).orElse(aws.charging()),
                switches.constant("stageLimit", StageLimit.class).orElse(aws.stageLimit()),
                switches.constant("trailingSlash", TrailingSlash.class).orElse(aws.trailingSlash()),
                switches.constant("timeoutCeiling", TimeoutCeiling.class).orElse(aws.timeoutCeiling()),
                switches.constant("logWording", LogWording.class).orElse(aws.logWording()),
                switches.constant("unhealthyVpcLink", UnhealthyVpcLink.class).orElse(aws.unhealthyVpcLink()));
    }

    private static Mapping account(Account account) {
        return Mapping.builder()
                .put("accountId", account.accountId())
                .put("region", account.region())
                .put("throttleSettings", Throttles.write(account.throttle()))
                .putUnlessEmpty("cloudwatchRoleArn", account.cloudwatchRoleArn().orElse(""))
                .build();
    }

    private static Account readAccount(Fields owner) {
        Fields fields = owner.fields("account");
        var account = new Account(
                fields.text("accountId").orElse(Account.DEFAULT.accountId()),
                fields.text("region").orElse(Account.DEFAULT.region()),
                Throttles.read(fields, "throttleSettings").orElse(Account.DEFAULT.throttle()),
                fields.text("cloudwatchRoleArn").filter(arn -> !arn.isEmpty()));
        fields.done();
        return account;
    }
}

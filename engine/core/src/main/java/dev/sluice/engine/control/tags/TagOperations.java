package dev.sluice.engine.control.tags;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.apikeys.ApiKeyOperations;
import dev.sluice.engine.control.domainnames.DomainNameOperations;
import dev.sluice.engine.control.usageplans.UsagePlanOperations;
import dev.sluice.engine.control.vpclinks.VpcLinkOperations;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * GetTags, TagResource and UntagResource on what an ARN names: {@code arn:aws:apigateway:REGION::/restapis/ID},
 * {@code .../restapis/ID/stages/NAME}, {@code /usageplans/ID}, {@code /apikeys/ID}, {@code /domainnames/NAME} and
 * {@code /vpclinks/ID}.
 */
public final class TagOperations {
    private TagOperations() {}

    /** GetTags. */
    public static Map<String, String> get(Workspace workspace, String arn) {
        var seen = new LinkedHashMap<String, String>();
        change(workspace, arn, tags -> {
            seen.putAll(tags);
            return tags;
        });
        return seen;
    }

    /** TagResource: adds tags, or gives them another value. */
    public static Workspace tag(Workspace workspace, String arn, Map<String, String> added) {
        return change(workspace, arn, tags -> {
            var all = new LinkedHashMap<>(tags);
            all.putAll(added);
            return all;
        });
    }

    /** UntagResource. */
    public static Workspace untag(Workspace workspace, String arn, List<String> keys) {
        return change(workspace, arn, tags -> {
            var left = new LinkedHashMap<>(tags);
            keys.forEach(left::remove);
            return left;
        });
    }

    private static Workspace change(Workspace workspace, String arn, UnaryOperator<Map<String, String>> change) {
        int path = arn.indexOf("::/");
        String[] parts = path < 0 ? new String[0] : arn.substring(path + 3).split("/", -1);
        if (!arn.startsWith("arn:") || parts.length != 2 && !(parts.length == 4 && parts[2].equals("stages"))) {
            throw wrong(arn);
        }
        String id = parts[1];
        return switch (parts.length == 4 ? parts[0] + "/stages" : parts[0]) {
            case "restapis" -> {
                RestApi api = Lookup.api(workspace, id);
                yield workspace.withRestApi(api.withNotes(
                        api.notes().withTags(change.apply(api.notes().tags()))));
            }
            case "restapis/stages" -> {
                Stage stage = Lookup.stage(workspace, id, parts[3]);
                yield workspace.withRestApi(Lookup.api(workspace, id)
                        .withStage(stage.withNotes(stage.notes()
                                .withTags(change.apply(stage.notes().tags())))));
            }
            case "usageplans" -> {
                var plan = UsagePlanOperations.get(workspace, id);
                yield workspace.withUsagePlan(plan.withTags(change.apply(plan.tags())));
            }
            case "apikeys" -> {
                ApiKey key = ApiKeyOperations.get(workspace, id);
                yield workspace.withApiKey(key.withDetails(
                        key.details().withTags(change.apply(key.details().tags()))));
            }
            case "domainnames" -> {
                var domain = DomainNameOperations.get(workspace, id);
                yield workspace.withDomainName(domain.withTags(change.apply(domain.tags())));
            }
            case "vpclinks" -> {
                var link = VpcLinkOperations.get(workspace, id);
                yield workspace.withVpcLink(link.withTags(change.apply(link.tags())));
            }
            default -> throw wrong(arn);
        };
    }

    private static ControlException wrong(String arn) {
        return ControlException.badRequest("Invalid ARN specified in the request: " + arn);
    }
}

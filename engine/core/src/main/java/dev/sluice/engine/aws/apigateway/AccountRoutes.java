package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.account.AccountOperations;
import dev.sluice.engine.control.tags.TagOperations;
import dev.sluice.engine.control.vpclinks.VpcLinkOperations;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.VpcLink;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The account, VPC links and tags: which requests they are, what is read from them, and how they are written. */
final class AccountRoutes {
    private static final String LINKS = "/vpclinks";
    private static final String LINK = LINKS + "/{vpclink_id}";
    private static final String TAGS = "/tags/{resource_arn}";
    private static final int ID_LENGTH = 6;

    private final Engine engine;

    AccountRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add(
                        "GET",
                        "/account",
                        call -> RestAnswer.json(200, account(engine.workspace().account())))
                .add("PATCH", "/account", this::updateAccount)
                .add("GET", LINKS, this::list)
                .add("POST", LINKS, this::create)
                .add("GET", LINK, this::get)
                .add("PATCH", LINK, this::update)
                .add("DELETE", LINK, this::delete)
                .add("GET", TAGS, this::tags)
                .add("PUT", TAGS, this::tag)
                .add("DELETE", TAGS, this::untag);
    }

    private RestAnswer updateAccount(RestCall call) {
        var patches = call.patches("updateAccountInput");
        Account changed = engine.control()
                .change("Update account", workspace -> AccountOperations.update(workspace, patches), call.nowNanos());
        return RestAnswer.json(200, account(changed));
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(call, engine.workspace().vpcLinks(), AccountRoutes::link);
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(200, withTags(VpcLinkOperations.get(engine.workspace(), id(call))));
    }

    /** Answers PENDING, as AWS does; whoever asks next finds the link there (recorded). */
    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        String name = Member.text(body, "name").orElse("");
        String description = Member.text(body, "description").orElse("");
        List<String> targets = Member.texts(body, "targetArns");
        var tags = Member.textByName(body, "tags");
        VpcLink made = engine.control()
                .change(
                        "Create VPC link " + name,
                        workspace -> VpcLinkOperations.create(
                                workspace,
                                name,
                                description,
                                targets,
                                tags,
                                () -> engine.control().newId("vpclink", ID_LENGTH)),
                        call.nowNanos());
        ObjectNode json = link(made).put("status", "PENDING");
        json.remove("statusMessage");
        return RestAnswer.json(202, json);
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateVpcLinkInput");
        VpcLink changed = engine.control()
                .change(
                        "Update VPC link " + id(call),
                        workspace -> VpcLinkOperations.update(workspace, id(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, withTags(changed));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete VPC link " + id(call),
                        workspace -> new Change<>(VpcLinkOperations.delete(workspace, id(call)), id(call)),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private RestAnswer tags(RestCall call) {
        ObjectNode json = Json.object();
        ObjectNode tags = json.putObject("tags");
        TagOperations.get(engine.workspace(), arn(call)).forEach(tags::put);
        return RestAnswer.json(200, json);
    }

    private RestAnswer tag(RestCall call) {
        var tags = Member.textByName(call.body(), "tags");
        engine.control()
                .change(
                        "Tag " + arn(call),
                        workspace -> new Change<>(TagOperations.tag(workspace, arn(call), tags), arn(call)),
                        call.nowNanos());
        return RestAnswer.empty(204);
    }

    private RestAnswer untag(RestCall call) {
        List<String> keys = call.query().getOrDefault("tagKeys", List.of());
        engine.control()
                .change(
                        "Untag " + arn(call),
                        workspace -> new Change<>(TagOperations.untag(workspace, arn(call), keys), arn(call)),
                        call.nowNanos());
        return RestAnswer.empty(204);
    }

    private static ObjectNode account(Account account) {
        ObjectNode json = Json.object();
        account.cloudwatchRoleArn().ifPresent(arn -> json.put("cloudwatchRoleArn", arn));
        json.putObject("throttleSettings")
                .put("burstLimit", account.throttle().burstLimit())
                .put("rateLimit", account.throttle().rateLimit().doubleValue());
        json.putArray("features").add(AccountOperations.FEATURE);
        return json.put("apiKeyVersion", "4");
    }

    private static ObjectNode link(VpcLink link) {
        ObjectNode json = Json.object().put("id", link.id()).put("name", link.name());
        StageResponses.putUnlessEmpty(json, "description", link.description());
        link.targetArns().forEach(json.putArray("targetArns")::add);
        json.put("status", "AVAILABLE").put("statusMessage", "Your vpc link is ready for use");
        StageResponses.putUnlessEmpty(json, "tags", link.tags());
        return json;
    }

    private static ObjectNode withTags(VpcLink link) {
        ObjectNode json = link(link);
        if (link.tags().isEmpty()) {
            json.putObject("tags");
        }
        return json;
    }

    private static String id(RestCall call) {
        return call.label("vpclink_id");
    }

    private static String arn(RestCall call) {
        return call.label("resource_arn");
    }
}

package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.domainnames.BasePathOperations;
import dev.sluice.engine.control.domainnames.DomainNameOperations;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.DomainName.BasePathMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Custom domains and their base path mappings: which requests they are, and what is read from them. */
final class DomainNameRoutes {
    private static final String DOMAINS = "/domainnames";
    private static final String DOMAIN = DOMAINS + "/{domain_name}";
    private static final String MAPPINGS = DOMAIN + "/basepathmappings";
    private static final String MAPPING = MAPPINGS + "/{base_path}";

    private final Engine engine;

    DomainNameRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", DOMAINS, this::list)
                .add("POST", DOMAINS, this::create)
                .add("GET", DOMAIN, this::get)
                .add("PATCH", DOMAIN, this::update)
                .add("DELETE", DOMAIN, this::delete)
                .add("GET", MAPPINGS, this::listMappings)
                .add("POST", MAPPINGS, this::createMapping)
                .add("GET", MAPPING, this::getMapping)
                .add("PATCH", MAPPING, this::updateMapping)
                .add("DELETE", MAPPING, this::deleteMapping);
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(call, engine.workspace().domainNames(), this::written);
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(200, written(DomainNameOperations.get(engine.workspace(), domain(call))));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        String name = Member.text(body, "domainName").orElse("");
        Map<String, String> settings = settings(body);
        var tags = Member.textByName(body, "tags");
        DomainName made = engine.control()
                .change(
                        "Create domain " + name,
                        workspace -> DomainNameOperations.create(workspace, name, settings, tags),
                        call.nowNanos());
        return RestAnswer.json(201, written(made));
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateDomainNameInput");
        DomainName changed = engine.control()
                .change(
                        "Update domain " + domain(call),
                        workspace -> DomainNameOperations.update(workspace, domain(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, written(changed));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete domain " + domain(call),
                        workspace -> new Change<>(DomainNameOperations.delete(workspace, domain(call)), domain(call)),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private RestAnswer listMappings(RestCall call) {
        return Pages.answer(
                call,
                DomainNameOperations.get(engine.workspace(), domain(call)).basePathMappings(),
                DomainNameRoutes::mapping);
    }

    private RestAnswer getMapping(RestCall call) {
        return RestAnswer.json(200, mapping(BasePathOperations.get(engine.workspace(), domain(call), basePath(call))));
    }

    private RestAnswer createMapping(RestCall call) {
        ObjectNode body = call.body();
        String path = Member.text(body, "basePath").orElse("");
        String api = Member.text(body, "restApiId").orElse("");
        String stage = Member.text(body, "stage").orElse("");
        BasePathMapping made = engine.control()
                .change(
                        "Map a base path of " + domain(call),
                        workspace -> BasePathOperations.create(workspace, domain(call), path, api, stage),
                        call.nowNanos());
        return RestAnswer.json(201, mapping(made));
    }

    private RestAnswer updateMapping(RestCall call) {
        var patches = call.patches("updateBasePathMappingInput");
        BasePathMapping changed = engine.control()
                .change(
                        "Update base path " + basePath(call) + " of " + domain(call),
                        workspace -> BasePathOperations.update(workspace, domain(call), basePath(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, mapping(changed));
    }

    private RestAnswer deleteMapping(RestCall call) {
        engine.control()
                .change(
                        "Delete base path " + basePath(call) + " of " + domain(call),
                        workspace -> new Change<>(
                                BasePathOperations.delete(workspace, domain(call), basePath(call)), basePath(call)),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    /** A private key is never taken: the workbench keeps no secrets it has no use for. */
    private static Map<String, String> settings(ObjectNode body) {
        if (Member.text(body, "certificatePrivateKey").isPresent()) {
            throw ControlException.badRequest("Sluice takes no private keys: name a certificate by certificateArn");
        }
        var settings = new LinkedHashMap<String, String>();
        for (String name : DomainNameOperations.SETTINGS) {
            int slash = name.indexOf('/');
            JsonNode owner = slash < 0 ? body : body.path(name.substring(0, slash));
            Member.text(owner, name.substring(slash + 1)).ifPresent(value -> settings.put(name, value));
        }
        List<String> types = Member.texts(body.path("endpointConfiguration"), "types");
        if (types.size() > 1) {
            throw ControlException.badRequest("Cannot create a domain name with multiple Endpoint Types.");
        }
        types.forEach(type -> settings.put(DomainNameOperations.TYPE, type));
        return settings;
    }

    private ObjectNode written(DomainName domain) {
        ObjectNode json = Json.object()
                .put("domainName", domain.domainName())
                .put(
                        "domainNameArn",
                        "arn:aws:apigateway:" + engine.workspace().account().region() + "::/domainnames/"
                                + domain.domainName())
                .put("domainNameStatus", "AVAILABLE")
                .put("securityPolicy", "TLS_1_2");
        ObjectNode endpoint = json.putObject("endpointConfiguration");
        endpoint.putArray("types").add(domain.settings().getOrDefault(DomainNameOperations.TYPE, "EDGE"));
        domain.settings().forEach((name, value) -> {
            int slash = name.indexOf('/');
            if (slash < 0) {
                json.put(name, value);
            } else if (!name.equals(DomainNameOperations.TYPE)) {
                String owner = name.substring(0, slash);
                ObjectNode inner = json.get(owner) instanceof ObjectNode there ? there : json.putObject(owner);
                inner.put(name.substring(slash + 1), value);
            }
        });
        StageResponses.putUnlessEmpty(json, "tags", domain.tags());
        return json;
    }

    private static ObjectNode mapping(BasePathMapping mapping) {
        return Json.object()
                .put("basePath", mapping.basePath())
                .put("restApiId", mapping.restApiId())
                .put("stage", mapping.stage());
    }

    private static String domain(RestCall call) {
        return call.label("domain_name");
    }

    private static String basePath(RestCall call) {
        return call.label("base_path");
    }
}

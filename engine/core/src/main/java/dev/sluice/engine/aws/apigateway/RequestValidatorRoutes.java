package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.requestvalidators.RequestValidatorOperations;
import dev.sluice.engine.definition.RequestValidator;
import tools.jackson.databind.node.ObjectNode;

/** Request validators: which requests they are, what is read from them, and how one is written. */
final class RequestValidatorRoutes {
    private static final String VALIDATORS = "/restapis/{restapi_id}/requestvalidators";
    private static final String VALIDATOR = VALIDATORS + "/{requestvalidator_id}";

    private final Engine engine;

    RequestValidatorRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", VALIDATORS, this::list)
                .add("POST", VALIDATORS, this::create)
                .add("GET", VALIDATOR, this::get)
                .add("PATCH", VALIDATOR, this::update)
                .add("DELETE", VALIDATOR, this::delete);
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(
                call,
                RequestValidatorOperations.list(engine.workspace(), api(call)),
                RequestValidatorRoutes::validator);
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(200, validator(RequestValidatorOperations.get(engine.workspace(), api(call), id(call))));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        String name = Member.text(body, "name").orElse("");
        boolean validatesBody = Member.flag(body, "validateRequestBody").orElse(false);
        boolean validatesParameters =
                Member.flag(body, "validateRequestParameters").orElse(false);
        RequestValidator made = engine.control()
                .change(
                        "Create request validator " + name,
                        workspace -> RequestValidatorOperations.create(
                                workspace, api(call), name, validatesBody, validatesParameters),
                        call.nowNanos());
        return RestAnswer.json(201, validator(made));
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateRequestValidatorInput");
        RequestValidator changed = engine.control()
                .change(
                        "Update request validator " + id(call),
                        workspace -> RequestValidatorOperations.update(workspace, api(call), id(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, validator(changed));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete request validator " + id(call),
                        workspace -> new Change<>(
                                RequestValidatorOperations.delete(workspace, api(call), id(call)), id(call)),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private static ObjectNode validator(RequestValidator validator) {
        return Json.object()
                .put("id", validator.id())
                .put("name", validator.name())
                .put("validateRequestBody", validator.validateRequestBody())
                .put("validateRequestParameters", validator.validateRequestParameters());
    }

    private static String api(RestCall call) {
        return call.label("restapi_id");
    }

    private static String id(RestCall call) {
        return call.label("requestvalidator_id");
    }
}

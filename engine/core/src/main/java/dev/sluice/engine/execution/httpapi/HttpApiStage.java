package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.execution.routing.Address;
import dev.sluice.engine.execution.serving.Entrance;
import dev.sluice.engine.journal.Place;
import java.util.Optional;

/**
 * One stage of an HTTP API with what it serves, ready for requests.
 *
 * @param place the stage as records name it
 * @param accessLog absent if the stage writes none
 * @param routes of the draft if the stage deploys by itself, of its deployment otherwise
 */
public record HttpApiStage(
        String apiId,
        HttpApi.Stage stage,
        HttpApiRoutes routes,
        Optional<ServedCors> cors,
        BehaviourProfile profile,
        Place place,
        Optional<AccessLogFormat> accessLog)
        implements Entrance {
    @Override
    public void enter(Exchange exchange, Address address) {
        exchange.arrivedAt(new HttpApiVisit(this, address));
    }
}

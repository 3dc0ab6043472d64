package dev.sluice.engine.control.gatewayresponses;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.GatewayResponse;
import dev.sluice.engine.definition.GatewayResponseType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway response as AWS shows it, defaults filled in.
 *
 * @param statusCode absent for the two DEFAULT_ types while they set none
 * @param defaultResponse whether the type is not set on this API
 */
public record GatewayResponseView(
        GatewayResponseType responseType,
        Optional<String> statusCode,
        Map<String, String> responseParameters,
        Map<String, String> responseTemplates,
        boolean defaultResponse) {

    /** What every type has while nobody set another (data-plane section 3.1, recorded). */
    public static final Map<String, String> DEFAULT_TEMPLATES =
            Map.of("application/json", "{\"message\":$context.error.messageString}");

    public GatewayResponseView {
        responseParameters = Collections.unmodifiableMap(new LinkedHashMap<>(responseParameters));
        responseTemplates = Collections.unmodifiableMap(new LinkedHashMap<>(responseTemplates));
    }

    /**
     * How the type looks on this API. One that is set has the factory's values where it says nothing; one that is not
     * shows what it inherits from its family's default (recorded).
     */
    static GatewayResponseView of(ApiDefinition definition, GatewayResponseType type) {
        GatewayResponse own = definition.gatewayResponses().get(type);
        if (own != null) {
            return filled(type, own, false);
        }
        GatewayResponse inherited =
                isFamily(type) ? null : definition.gatewayResponses().get(family(type));
        return inherited == null ? factory(type) : filled(type, inherited, true);
    }

    /** The type on an API that customises nothing. */
    static GatewayResponseView factory(GatewayResponseType type) {
        return filled(type, new GatewayResponse(Optional.empty(), Map.of(), Map.of()), true);
    }

    private static GatewayResponseView filled(GatewayResponseType type, GatewayResponse response, boolean isDefault) {
        Optional<Integer> ownStatus = isFamily(type) ? Optional.empty() : Optional.of(type.defaultStatus());
        return new GatewayResponseView(
                type,
                response.statusCode().or(() -> ownStatus).map(String::valueOf),
                response.responseParameters(),
                response.responseTemplates().isEmpty() ? DEFAULT_TEMPLATES : response.responseTemplates(),
                isDefault);
    }

    private static boolean isFamily(GatewayResponseType type) {
        return type == GatewayResponseType.DEFAULT_4XX || type == GatewayResponseType.DEFAULT_5XX;
    }

    private static GatewayResponseType family(GatewayResponseType type) {
        return type.defaultStatus() >= 500 ? GatewayResponseType.DEFAULT_5XX : GatewayResponseType.DEFAULT_4XX;
    }
}

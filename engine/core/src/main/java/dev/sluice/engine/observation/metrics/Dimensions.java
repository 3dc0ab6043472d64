package dev.sluice.engine.observation.metrics;

import dev.sluice.engine.journal.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which places a metric is about, as CloudWatch's dimensions say it: an API, a stage, or a method of a stage. Methods
 * have metrics of their own only where detailed metrics are on.
 *
 * <p>The dimension {@code Method} is the method as configured, {@code ANY} included [unsure].
 */
final class Dimensions {
    private static final String STAGE = "Stage";

    private Dimensions() {}

    /** Every set of dimensions this place is counted under, the widest first. */
    static List<Map<String, String>> of(Place place) {
        var sets = new ArrayList<Map<String, String>>(3);
        var api = api(place);
        sets.add(api);
        var stage = new LinkedHashMap<>(api);
        stage.put(STAGE, place.stage());
        sets.add(stage);
        if (place.metricsEnabled() && place.hasMethod()) {
            sets.add(method(place, stage));
        }
        return sets;
    }

    private static Map<String, String> api(Place place) {
        return switch (place.kind()) {
            case REST -> Map.of("ApiName", place.apiName());
            case HTTP -> Map.of("ApiId", place.apiId());
        };
    }

    private static Map<String, String> method(Place place, Map<String, String> stage) {
        var method = new LinkedHashMap<>(stage);
        switch (place.kind()) {
            case REST -> {
                method.put("Method", place.configuredMethod());
                method.put("Resource", place.resourcePath());
            }
            case HTTP -> method.put("Route", place.configuredMethod());
        }
        return method;
    }
}

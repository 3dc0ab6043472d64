package dev.sluice.engine.control.apis;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Model;
import dev.sluice.engine.definition.RequestValidator;
import dev.sluice.engine.definition.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Merge mode: what is in the document replaces what has the same name; everything else stays. */
final class MergedDefinition {
    private MergedDefinition() {}

    static ApiDefinition of(ApiDefinition old, ApiDefinition added) {
        var responses = new LinkedHashMap<>(old.gatewayResponses());
        responses.putAll(added.gatewayResponses());
        return new ApiDefinition(
                added.name().isEmpty() ? old.name() : added.name(),
                added.description().isEmpty() ? old.description() : added.description(),
                added.version().isEmpty() ? old.version() : added.version(),
                added.apiKeySource(),
                added.binaryMediaTypes().isEmpty() ? old.binaryMediaTypes() : added.binaryMediaTypes(),
                added.minimumCompressionSize().or(old::minimumCompressionSize),
                added.policy().or(old::policy),
                resources(old.resources(), added.resources()),
                merged(old.authorizers(), added.authorizers(), Authorizer::name),
                merged(old.models(), added.models(), Model::name),
                merged(old.requestValidators(), added.requestValidators(), RequestValidator::name),
                responses);
    }

    private static List<Resource> resources(List<Resource> old, List<Resource> added) {
        var byPath = new LinkedHashMap<String, Resource>();
        old.forEach(resource -> byPath.put(resource.path(), resource));
        for (Resource resource : added) {
            Resource before = byPath.get(resource.path());
            var methods = new LinkedHashMap<String, Method>();
            if (before != null) {
                methods.putAll(before.methods());
            }
            methods.putAll(resource.methods());
            byPath.put(resource.path(), new Resource(resource.id(), resource.path(), methods));
        }
        return new ArrayList<>(byPath.values());
    }

    private static <T> List<T> merged(List<T> old, List<T> added, Function<T, String> name) {
        var byName = new LinkedHashMap<String, T>();
        old.forEach(thing -> byName.put(name.apply(thing), thing));
        added.forEach(thing -> byName.put(name.apply(thing), thing));
        return new ArrayList<>(byName.values());
    }
}

package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import java.util.Optional;

/** How a method of the draft stands to what a stage serves. */
public enum DeploymentState {
    DEPLOYED("design.deployed"),
    /** Another form of it is deployed: requests meet that one. */
    CHANGED("design.changed"),
    NOT_DEPLOYED("design.notDeployed");

    private final String key;

    DeploymentState(String key) {
        this.key = key;
    }

    String title() {
        return text(key);
    }

    /** @param deployed what the stage serves; absent if it serves nothing */
    static DeploymentState of(String resourcePath, Method draft, Optional<ApiDefinition> deployed) {
        return deployed.flatMap(definition -> definition.resource(resourcePath))
                .map(resource -> resource.methods().get(draft.httpMethod()))
                .map(same -> same.equals(draft) ? DEPLOYED : CHANGED)
                .orElse(NOT_DEPLOYED);
    }
}

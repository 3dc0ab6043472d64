package dev.sluice.app.design;

/** One line of the navigator. */
public sealed interface TreeEntry {
    record ApiEntry(String apiId, String name) implements TreeEntry {}

    /**
     * @param path full path template
     * @param label what the path adds to that of the line above
     */
    record ResourceEntry(String path, String label) implements TreeEntry {}

    /**
     * @param keyRequired whether a request needs an API key
     * @param ownThrottle whether the stage, or a usage plan on it, limits this method by itself
     */
    record MethodEntry(
            String apiId,
            String path,
            String httpMethod,
            boolean keyRequired,
            boolean ownThrottle,
            DeploymentState state)
            implements TreeEntry {}
}

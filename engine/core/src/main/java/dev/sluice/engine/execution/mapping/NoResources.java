package dev.sluice.engine.execution.mapping;

import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.ResourceManager;
import org.jspecify.annotations.Nullable;

/** Velocity's way to files, closed. */
public final class NoResources implements ResourceManager {
    @Override
    public void initialize(RuntimeServices services) {}

    @Override
    public Resource getResource(String name, int type, String encoding) {
        throw new ResourceNotFoundException(name + " cannot be read: mapping templates read no files");
    }

    @Override
    public @Nullable String getLoaderNameForResource(String name) {
        return null;
    }
}

package dev.sluice.engine.execution;

import dev.sluice.engine.http.HttpRequest;

/** The data plane: opens an exchange for each request. Safe for any number of threads. */
public final class Gateway {
    public Exchange open(HttpRequest request) {
        throw new UnsupportedOperationException(request.target());
    }
}

package dev.sluice.app.load;

import dev.sluice.app.kit.strip.Gates;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.traffic.ArrivalPattern;
import dev.sluice.engine.traffic.ClientGroup;
import dev.sluice.engine.traffic.RequestTemplate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One row of the clients table, being edited. */
public final class GroupDraft {
    /** How long a client waits, nanoseconds. */
    private static final long TIMEOUT_NANOS = 30_000_000_000L;

    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty apiKeyId = new SimpleStringProperty("");
    private final StringProperty method = new SimpleStringProperty("GET");
    private final StringProperty path = new SimpleStringProperty("/");
    private final DoubleProperty rate = new SimpleDoubleProperty(10);
    private final BooleanProperty poisson = new SimpleBooleanProperty();

    public GroupDraft(String name, String apiKeyId, String method, String path, double rate, boolean poisson) {
        this.name.set(name);
        this.apiKeyId.set(apiKeyId);
        this.method.set(method);
        this.path.set(path);
        this.rate.set(rate);
        this.poisson.set(poisson);
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Empty for a client without a key. */
    public StringProperty apiKeyIdProperty() {
        return apiKeyId;
    }

    public StringProperty methodProperty() {
        return method;
    }

    /** Within the stage, beginning with a slash. */
    public StringProperty pathProperty() {
        return path;
    }

    /** Requests a second. */
    public DoubleProperty rateProperty() {
        return rate;
    }

    /** Whether arrivals are random; evenly spaced otherwise. */
    public BooleanProperty poissonProperty() {
        return poisson;
    }

    ClientGroup group(Workspace workspace) {
        String key = workspace.apiKey(apiKeyId.get()).map(ApiKey::value).orElse("");
        Headers headers = key.isEmpty() ? Headers.NONE : Headers.of("x-api-key", key);
        ArrivalPattern arrivals =
                poisson.get() ? new ArrivalPattern.Poisson(rate.get()) : new ArrivalPattern.Constant(rate.get());
        var request = new RequestTemplate(method.get(), path.get(), headers, Body.EMPTY);
        return new ClientGroup(name.get(), arrivals, request, TIMEOUT_NANOS);
    }

    Gates.Call call(String apiId, String stage) {
        String bare = path.get().split("\\?", 2)[0];
        return new Gates.Call(apiId, stage, bare + "/" + method.get(), apiKeyId.get());
    }
}

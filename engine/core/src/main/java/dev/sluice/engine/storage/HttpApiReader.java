package dev.sluice.engine.storage;

import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.Deployment;
import dev.sluice.engine.definition.HttpApi.Integration;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.definition.HttpApi.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads {@code http-apis/}: one folder for each API, in it one file for each thing. */
final class HttpApiReader {
    static final String FOLDER = "http-apis";

    private final FolderFiles files;
    private final References references;
    private final KnownNames names;

    HttpApiReader(FolderFiles files, References references, KnownNames names) {
        this.files = files;
        this.references = references;
        this.names = names;
    }

    List<HttpApi> read() {
        var apis = new ArrayList<HttpApi>();
        Map<String, String> folderById = new HashMap<>();
        for (String folder : files.folders(FOLDER)) {
            files.document(folder + "/api.json")
                    .ifPresent(document -> HttpApiFile.read(document.fields()).ifPresent(file -> {
                        String first = folderById.putIfAbsent(file.apiId(), folder);
                        if (first == null) {
                            files.use(document);
                            names.remember(FOLDER, file.apiId(), folder.substring(FOLDER.length() + 1));
                            apis.add(api(file, folder));
                        } else {
                            document.fields()
                                    .error(
                                            "apiId",
                                            "\"" + file.apiId() + "\" is the id of " + first
                                                    + " already; this API was left out. Give it another id.");
                        }
                    }));
        }
        return apis;
    }

    private HttpApi api(HttpApiFile file, String folder) {
        var own = new HttpApiReferences(references, file.apiId());
        List<Route> routes = things(
                folder + "/routes",
                Route::routeId,
                document -> HttpApiRouteFile.read(document.fields()),
                (document, route) -> own.route(document.fields(), route, document.path()));
        List<Integration> integrations = things(
                folder + "/integrations",
                Integration::integrationId,
                document -> HttpApiIntegrationFile.read(document.fields()),
                (document, integration) -> own.integration(document.fields(), integration));
        List<Authorizer> authorizers = things(
                folder + "/authorizers",
                Authorizer::authorizerId,
                document -> HttpApiAuthorizerFile.read(document.fields()),
                (document, authorizer) -> own.authorizer(document.fields(), authorizer));
        List<Deployment> deployments = things(
                folder + "/deployments",
                Deployment::deploymentId,
                document -> HttpApiDeploymentFile.read(document.fields()),
                (document, deployment) -> {});
        List<Stage> stages = things(
                folder + "/stages",
                Stage::stageName,
                document -> HttpApiStageFile.read(document.fields()),
                (document, stage) -> own.stage(document.fields(), stage));
        return new HttpApi(
                file.apiId(),
                file.bare().with(routes, integrations, authorizers),
                deployments.stream()
                        .sorted(Comparator.comparingLong(Deployment::createdDate)
                                .thenComparing(Deployment::deploymentId))
                        .toList(),
                stages);
    }

    /** The things of one folder in the order of their file names; one whose identity is there already is a problem. */
    private <T> List<T> things(
            String folder,
            Function<T, String> identity,
            Function<FolderFiles.Document, Optional<T>> read,
            BiConsumer<FolderFiles.Document, T> note) {
        return new ThingFiles(files, names).read(folder, identity, document -> {
            Optional<T> thing = read.apply(document);
            thing.ifPresent(found -> note.accept(document, found));
            return thing;
        });
    }
}

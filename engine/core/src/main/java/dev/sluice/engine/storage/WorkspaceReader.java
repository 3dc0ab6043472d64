package dev.sluice.engine.storage;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.TokenIssuer;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.VpcLink;
import dev.sluice.engine.definition.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads a folder's files into a workspace: all that can be read, and a problem for the rest. Reads once. */
final class WorkspaceReader {
    private final FolderFiles files;
    private final References references = new References();
    private final KnownNames names = new KnownNames();

    WorkspaceReader(Path folder) {
        this.files = new FolderFiles(folder);
    }

    List<Problem> problems() {
        return files.problems();
    }

    /** Which thing was in which file. */
    KnownNames names() {
        return names;
    }

    /** Paths of the files that made it into the workspace. */
    Set<String> readFiles() {
        return files.used();
    }

    Workspace read() {
        if (!files.hasSettings()) {
            return Workspace.empty("unnamed");
        }
        SettingsFile settings = files.document(WorkspaceFolder.SETTINGS_FILE)
                .map(document -> {
                    files.use(document);
                    return SettingsFile.read(document.fields());
                })
                .orElse(new SettingsFile("unnamed", BehaviourProfile.AWS, Account.DEFAULT));
        List<Backend> backends = things("backends", Backend::name, BackendFile::read);
        List<VpcLink> links = things("vpc-links", VpcLink::id, SmallFiles::readVpcLink);
        List<RestApi> apis = apis(settings);
        List<ApiKey> keys = things("api-keys", ApiKey::id, SmallFiles::readApiKey);
        List<UsagePlan> plans = things("usage-plans", UsagePlan::id, UsagePlanFile::read);
        List<DomainName> domains = things("domains", DomainName::domainName, SmallFiles::readDomainName);
        Map<String, Fields> secrets = secrets();
        List<IamUser> users =
                things("iam-users", IamUser::accessKeyId, document -> CallerFiles.readUser(document.fields(), secrets));
        List<TokenIssuer> issuers = things("token-issuers", TokenIssuer::name, CallerFiles::readIssuer);
        List<HttpApi> httpApis = new HttpApiReader(files, references, names).read();
        Workspace workspace = new Workspace(
                        settings.name(),
                        settings.profile(),
                        settings.account(),
                        apis,
                        plans,
                        keys,
                        domains,
                        links,
                        backends)
                .withIamUsers(users)
                .withTokenIssuers(issuers)
                .withHttpApis(httpApis);
        references.check(workspace);
        return workspace;
    }

    /** What users sign with, by access key; nothing on a machine that has none. */
    private Map<String, Fields> secrets() {
        if (!files.exists(CallerFiles.SECRETS)) {
            return Map.of();
        }
        return files.document(CallerFiles.SECRETS)
                .map(document -> {
                    files.use(document);
                    var secrets = new HashMap<String, Fields>();
                    Fields all = document.fields();
                    for (String key : all.mapping().members().keySet()) {
                        secrets.put(key, all.fields(key));
                    }
                    return secrets;
                })
                .orElse(new HashMap<>());
    }

    /** The things of one folder in the order of their file names; one whose identity is there already is a problem. */
    private <T> List<T> things(
            String folder, Function<T, String> identity, BiFunction<Fields, References, Optional<T>> read) {
        return things(folder, identity, document -> read.apply(document.fields(), references));
    }

    private <T> List<T> things(
            String folder, Function<T, String> identity, Function<FolderFiles.Document, Optional<T>> read) {
        return new ThingFiles(files, names).read(folder, identity, read);
    }

    private List<RestApi> apis(SettingsFile settings) {
        var apis = new ArrayList<RestApi>();
        Map<String, String> folderById = new HashMap<>();
        for (String folder : files.folders("apis")) {
            files.document(folder + "/api.json")
                    .ifPresent(document -> ApiFiles.readHead(document.fields()).ifPresent(head -> {
                        String id = head.id();
                        String first = folderById.putIfAbsent(id, folder);
                        if (first == null) {
                            api(head, folder, document, settings).ifPresent(apis::add);
                        } else {
                            document.fields()
                                    .error(
                                            "id",
                                            "\"" + id + "\" is the id of " + first
                                                    + " already; this API was left out. Give it another id.");
                        }
                    }));
        }
        return apis;
    }

    private Optional<RestApi> api(
            ApiFiles.Head head, String folder, FolderFiles.Document idFile, SettingsFile settings) {
        String id = head.id();
        var importSettings =
                new ImportSettings(id, settings.account(), settings.profile().timeoutCeiling());
        return files.document(folder + "/openapi.json").flatMap(document -> {
            Optional<ApiDefinition> draft =
                    OpenApiReader.read(document.fields().mapping(), importSettings, document.problems());
            return draft.map(definition -> {
                files.use(idFile);
                names.remember("apis", id, folder.substring("apis/".length()));
                files.use(document);
                var api = new RestApi(
                        id, definition, deployments(folder, importSettings), stages(folder, id), head.notes());
                references.integrations(document.fields(), api);
                return api;
            });
        });
    }

    private List<Deployment> deployments(String folder, ImportSettings settings) {
        List<Deployment> deployments = things(
                folder + "/deployments",
                Deployment::id,
                document -> ApiFiles.read(document.fields(), settings, document.problems()));
        return deployments.stream()
                .sorted(Comparator.comparingLong(Deployment::createdDate).thenComparing(Deployment::id))
                .toList();
    }

    private List<Stage> stages(String folder, String apiId) {
        return things(folder + "/stages", Stage::stageName, document -> {
            Optional<Stage> stage = StageFile.read(document.fields());
            stage.ifPresent(read -> {
                references.deployment(document.fields(), "deploymentId", apiId, read.deploymentId());
                read.canarySettings()
                        .ifPresent(canary -> references.deployment(
                                document.fields().fields("canarySettings"),
                                "deploymentId",
                                apiId,
                                canary.deploymentId()));
            });
            return stage;
        });
    }
}

package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.openapi.OpenApiWriter;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.Integration;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.TokenIssuer;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.VpcLink;
import dev.sluice.engine.definition.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** A workspace as the texts of its files, by path below the folder. Equal workspaces make equal texts. */
final class WorkspaceWriter {
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Predicate<String> taken;
    private final KnownNames names;

    private WorkspaceWriter(KnownNames names, Predicate<String> taken) {
        this.names = names;
        this.taken = taken;
    }

    /**
     * @param names which thing has which file already; those of new things are added
     * @param taken whether a path below the folder belongs to somebody else
     */
    static Map<String, String> files(Workspace workspace, KnownNames names, Predicate<String> taken) {
        var writer = new WorkspaceWriter(names, taken);
        writer.addAll("backends", workspace.backends(), Backend::name, Backend::name, BackendFile::write);
        writer.addAll("vpc-links", workspace.vpcLinks(), VpcLink::name, VpcLink::id, SmallFiles::write);
        writer.addApis(workspace.restApis());
        writer.addHttpApis(workspace.httpApis());
        writer.addAll("api-keys", workspace.apiKeys(), ApiKey::name, ApiKey::id, SmallFiles::write);
        writer.addAll("usage-plans", workspace.usagePlans(), UsagePlan::name, UsagePlan::id, UsagePlanFile::write);
        writer.addAll(
                "domains", workspace.domainNames(), DomainName::domainName, DomainName::domainName, SmallFiles::write);
        writer.addCallers(workspace);
        // Last: a folder becomes a workspace when everything else is there.
        writer.add(WorkspaceFolder.SETTINGS_FILE, SettingsFile.write(workspace));
        return writer.files;
    }

    private void addCallers(Workspace workspace) {
        addAll("iam-users", workspace.iamUsers(), IamUser::userName, IamUser::accessKeyId, CallerFiles::write);
        addAll("token-issuers", workspace.tokenIssuers(), TokenIssuer::name, TokenIssuer::name, CallerFiles::write);
        Mapping secrets = CallerFiles.writeSecrets(workspace.iamUsers());
        if (!secrets.members().isEmpty()) {
            files.put(CallerFiles.STATE_IGNORED, CallerFiles.IGNORE_ALL);
            add(CallerFiles.SECRETS, secrets);
        }
    }

    private void add(String path, Node document) {
        files.put(path, JsonText.of(document));
    }

    private <T> void addAll(
            String folder, List<T> things, Function<T, String> name, Function<T, String> id, Function<T, Node> write) {
        Map<T, String> nameByThing =
                names.give(folder, things, name, id, candidate -> taken.test(folder + "/" + candidate + ".json"));
        nameByThing.forEach((thing, file) -> add(folder + "/" + file + ".json", write.apply(thing)));
    }

    private void addApis(List<RestApi> apis) {
        Map<RestApi, String> nameByApi =
                names.give("apis", apis, RestApi::name, RestApi::id, candidate -> taken.test("apis/" + candidate));
        nameByApi.forEach((api, folder) -> addApi("apis/" + folder, api));
    }

    private void addHttpApis(List<HttpApi> apis) {
        String all = HttpApiReader.FOLDER + "/";
        Map<HttpApi, String> nameByApi = names.give(
                HttpApiReader.FOLDER, apis, HttpApi::name, HttpApi::id, candidate -> taken.test(all + candidate));
        nameByApi.forEach((api, folder) -> addHttpApi(all + folder, api));
    }

    private void addHttpApi(String folder, HttpApi api) {
        HttpApi.Definition draft = api.draft();
        add(folder + "/api.json", HttpApiFile.write(api));
        addAll(folder + "/routes", draft.routes(), Route::routeKey, Route::routeId, HttpApiRouteFile::write);
        addAll(
                folder + "/integrations",
                draft.integrations(),
                Integration::integrationId,
                Integration::integrationId,
                HttpApiIntegrationFile::write);
        addAll(
                folder + "/authorizers",
                draft.authorizers(),
                Authorizer::name,
                Authorizer::authorizerId,
                HttpApiAuthorizerFile::write);
        addAll(
                folder + "/deployments",
                api.deployments(),
                HttpApi.Deployment::deploymentId,
                HttpApi.Deployment::deploymentId,
                HttpApiDeploymentFile::write);
        addAll(
                folder + "/stages",
                api.stages(),
                HttpApi.Stage::stageName,
                HttpApi.Stage::stageName,
                HttpApiStageFile::write);
    }

    private void addApi(String folder, RestApi api) {
        add(folder + "/api.json", ApiFiles.write(api));
        files.put(folder + "/openapi.json", OpenApiWriter.write(api.draft()));
        addAll(folder + "/deployments", api.deployments(), Deployment::id, Deployment::id, ApiFiles::write);
        addAll(folder + "/stages", api.stages(), Stage::stageName, Stage::stageName, StageFile::write);
    }
}

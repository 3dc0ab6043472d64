package dev.sluice.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * Everything the gateway serves and everything it calls, as one value.
 *
 * @param name what the title bar says
 * @param profile the switches where AWS, the article and the undocumented differ
 * @param iamUsers who may sign requests to methods behind AWS_IAM
 * @param tokenIssuers whose tokens user pool and JWT authorizers can check
 */
public record Workspace(
        String name,
        BehaviourProfile profile,
        Account account,
        List<RestApi> restApis,
        List<UsagePlan> usagePlans,
        List<ApiKey> apiKeys,
        List<DomainName> domainNames,
        List<VpcLink> vpcLinks,
        List<Backend> backends,
        List<HttpApi> httpApis,
        List<IamUser> iamUsers,
        List<TokenIssuer> tokenIssuers) {

    public Workspace {
        restApis = List.copyOf(restApis);
        usagePlans = List.copyOf(usagePlans);
        apiKeys = List.copyOf(apiKeys);
        domainNames = List.copyOf(domainNames);
        vpcLinks = List.copyOf(vpcLinks);
        backends = List.copyOf(backends);
        httpApis = List.copyOf(httpApis);
        iamUsers = List.copyOf(iamUsers);
        tokenIssuers = List.copyOf(tokenIssuers);
    }

    /** A workspace of REST APIs, without signing users and token issuers. */
    public Workspace(
            String name,
            BehaviourProfile profile,
            Account account,
            List<RestApi> restApis,
            List<UsagePlan> usagePlans,
            List<ApiKey> apiKeys,
            List<DomainName> domainNames,
            List<VpcLink> vpcLinks,
            List<Backend> backends) {
        this(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                List.of(),
                List.of(),
                List.of());
    }

    /** A workspace with nothing in it, behaving as AWS does. */
    public static Workspace empty(String name) {
        return new Workspace(
                name,
                BehaviourProfile.AWS,
                Account.DEFAULT,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public Optional<RestApi> restApi(String id) {
        return restApis.stream().filter(api -> api.id().equals(id)).findFirst();
    }

    public Optional<UsagePlan> usagePlan(String id) {
        return usagePlans.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }

    public Optional<ApiKey> apiKey(String id) {
        return apiKeys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    public Optional<VpcLink> vpcLink(String id) {
        return vpcLinks.stream().filter(link -> link.id().equals(id)).findFirst();
    }

    public Optional<Backend> backend(String backendName) {
        return backends.stream()
                .filter(backend -> backend.name().equals(backendName))
                .findFirst();
    }

    public Optional<HttpApi> httpApi(String id) {
        return httpApis.stream().filter(api -> api.id().equals(id)).findFirst();
    }

    /** This workspace with the API of the same id replaced, or added at the end. */
    public Workspace withRestApi(RestApi api) {
        return withRestApis(Replaced.in(restApis, api, RestApi::id));
    }

    /** This workspace with the HTTP API of the same id replaced, or added at the end. */
    public Workspace withHttpApi(HttpApi api) {
        return withHttpApis(Replaced.in(httpApis, api, HttpApi::id));
    }

    /** This workspace with the plan of the same id replaced, or added at the end. */
    public Workspace withUsagePlan(UsagePlan plan) {
        return withUsagePlans(Replaced.in(usagePlans, plan, UsagePlan::id));
    }

    /** This workspace with the key of the same id replaced, or added at the end. */
    public Workspace withApiKey(ApiKey key) {
        return withApiKeys(Replaced.in(apiKeys, key, ApiKey::id));
    }

    /** This workspace with the link of the same id replaced, or added at the end. */
    public Workspace withVpcLink(VpcLink link) {
        return withVpcLinks(Replaced.in(vpcLinks, link, VpcLink::id));
    }

    /** This workspace with the domain of the same name replaced, or added at the end. */
    public Workspace withDomainName(DomainName domain) {
        return withDomainNames(Replaced.in(domainNames, domain, DomainName::domainName));
    }

    /** This workspace with the backend of the same name replaced, or added at the end. */
    public Workspace withBackend(Backend backend) {
        return withBackends(Replaced.in(backends, backend, Backend::name));
    }

    public Workspace withProfile(BehaviourProfile newProfile) {
        return new Workspace(
                name,
                newProfile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withAccount(Account newAccount) {
        return new Workspace(
                name,
                profile,
                newAccount,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withRestApis(List<RestApi> newRestApis) {
        return new Workspace(
                name,
                profile,
                account,
                newRestApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withUsagePlans(List<UsagePlan> newUsagePlans) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                newUsagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withApiKeys(List<ApiKey> newApiKeys) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                newApiKeys,
                domainNames,
                vpcLinks,
                backends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withDomainNames(List<DomainName> newDomainNames) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                newDomainNames,
                vpcLinks,
                backends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withVpcLinks(List<VpcLink> newVpcLinks) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                newVpcLinks,
                backends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withBackends(List<Backend> newBackends) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                newBackends,
                httpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withHttpApis(List<HttpApi> newHttpApis) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                newHttpApis,
                iamUsers,
                tokenIssuers);
    }

    public Workspace withIamUsers(List<IamUser> newIamUsers) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                httpApis,
                newIamUsers,
                tokenIssuers);
    }

    public Workspace withTokenIssuers(List<TokenIssuer> newTokenIssuers) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends,
                httpApis,
                iamUsers,
                newTokenIssuers);
    }
}

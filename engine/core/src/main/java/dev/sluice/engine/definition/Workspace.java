package dev.sluice.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * Everything the gateway serves and everything it calls, as one value.
 *
 * @param name what the title bar says
 * @param profile the switches where AWS, the article and the undocumented differ
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
        List<Backend> backends) {

    public Workspace {
        restApis = List.copyOf(restApis);
        usagePlans = List.copyOf(usagePlans);
        apiKeys = List.copyOf(apiKeys);
        domainNames = List.copyOf(domainNames);
        vpcLinks = List.copyOf(vpcLinks);
        backends = List.copyOf(backends);
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

    /** This workspace with the API of the same id replaced, or added at the end. */
    public Workspace withRestApi(RestApi api) {
        return new Workspace(
                name,
                profile,
                account,
                Replaced.in(restApis, api, RestApi::id),
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                backends);
    }

    /** This workspace with the plan of the same id replaced, or added at the end. */
    public Workspace withUsagePlan(UsagePlan plan) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                Replaced.in(usagePlans, plan, UsagePlan::id),
                apiKeys,
                domainNames,
                vpcLinks,
                backends);
    }

    /** This workspace with the backend of the same name replaced, or added at the end. */
    public Workspace withBackend(Backend backend) {
        return new Workspace(
                name,
                profile,
                account,
                restApis,
                usagePlans,
                apiKeys,
                domainNames,
                vpcLinks,
                Replaced.in(backends, backend, Backend::name));
    }

    public Workspace withAccount(Account newAccount) {
        return new Workspace(name, profile, newAccount, restApis, usagePlans, apiKeys, domainNames, vpcLinks, backends);
    }

    public Workspace withProfile(BehaviourProfile newProfile) {
        return new Workspace(name, newProfile, account, restApis, usagePlans, apiKeys, domainNames, vpcLinks, backends);
    }
}

package dev.sluice.engine.control.apikeys;

import static dev.sluice.engine.control.ControlException.Code.BAD_REQUEST;
import static dev.sluice.engine.control.ControlException.Code.CONFLICT;
import static dev.sluice.engine.control.ControlException.Code.NOT_FOUND;
import static dev.sluice.engine.control.Patches.ids;
import static dev.sluice.engine.control.Patches.refuses;
import static dev.sluice.engine.control.Patches.remove;
import static dev.sluice.engine.control.Patches.replace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.apikeys.ApiKeyImport.Imported;
import dev.sluice.engine.control.apikeys.ApiKeyOperations.NewKey;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages are those recorded from AWS (control-plane section 5.2). */
class ApiKeyOperationsTest {
    private static final Workspace EMPTY = Workspace.empty("w");
    private static final String VALUE = "a-value-of-twenty-lett";

    private static NewKey key(String name, String description, Optional<String> value) {
        return new NewKey(name, description, true, value, "", List.of(), Map.of("team", "x"));
    }

    private static Change<ApiKey> create(Workspace workspace, NewKey key) {
        return ApiKeyOperations.create(workspace, key, ids(), 1_000);
    }

    @Test
    void aKeyWithoutAValueGetsOneThatNobodyHas() {
        Change<ApiKey> made = create(EMPTY, key("k", "", Optional.empty()));
        assertEquals(40, made.result().value().length());
        assertEquals(10, made.result().id().length());
        Change<ApiKey> other = create(made.workspace(), key("k", "", Optional.empty()));
        assertNotEquals(made.result().id(), other.result().id());
        assertEquals(
                2,
                ApiKeyOperations.list(other.workspace(), Optional.of("k"), Optional.empty())
                        .size());
        assertEquals(
                0,
                ApiKeyOperations.list(other.workspace(), Optional.of("x"), Optional.empty())
                        .size());
    }

    @Test
    void valuesNamesAndDescriptionsHaveAwsBounds() {
        refuses(
                BAD_REQUEST,
                "API Key value should be at least 20 characters",
                () -> create(EMPTY, key("k", "", Optional.of("short"))));
        refuses(
                BAD_REQUEST,
                "API Key value exceeds maximum size of 128 characters",
                () -> create(EMPTY, key("k", "", Optional.of("x".repeat(129)))));
        refuses(
                BAD_REQUEST,
                "Invalid API Key name, can be at most 1024 characters.",
                () -> create(EMPTY, key("n".repeat(1_025), "", Optional.empty())));
        refuses(
                BAD_REQUEST,
                "Invalid API Key description specified.",
                () -> create(EMPTY, key("n", "d".repeat(125_001), Optional.empty())));
    }

    @Test
    void aValueIsOneKeysOnly() {
        Workspace one = create(EMPTY, key("k", "", Optional.of(VALUE))).workspace();
        refuses(CONFLICT, "API Key already exists", () -> create(one, key("l", "", Optional.of(VALUE))));
    }

    @Test
    void patchesReplaceFourMembersAndNothingElse() {
        Change<ApiKey> made = create(EMPTY, key("k", "", Optional.of(VALUE)));
        String id = made.result().id();
        ApiKey off = ApiKeyOperations.update(made.workspace(), id, replace("/enabled", "false"), 2_000)
                .result();
        assertEquals(false, off.enabled());
        assertEquals(1_000, off.details().createdDate());
        assertEquals(2_000, off.details().lastUpdatedDate());
        assertEquals(
                "c1",
                ApiKeyOperations.update(made.workspace(), id, replace("/customerId", "c1"), 2_000)
                        .result()
                        .details()
                        .customerId());
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/id' specified for op 'replace'. Must be one of: [/description, /enabled, /name, /customerId]",
                () -> ApiKeyOperations.update(made.workspace(), id, replace("/id", "x"), 2_000));
        refuses(
                BAD_REQUEST,
                "Invalid patch path  '/name' specified for op 'remove'. Please choose supported operations",
                () -> ApiKeyOperations.update(made.workspace(), id, remove("/name"), 2_000));
        refuses(
                BAD_REQUEST,
                "Invalid API Key description specified.",
                () -> ApiKeyOperations.update(
                        made.workspace(), id, replace("/description", "d".repeat(125_001)), 2_000));
    }

    @Test
    void aDeletedKeyLeavesItsPlans() {
        Change<ApiKey> made = create(EMPTY, key("k", "", Optional.of(VALUE)));
        Workspace inPlan = made.workspace().withUsagePlan(plan(made.result().id()));
        Workspace deleted = ApiKeyOperations.delete(inPlan, made.result().id());
        assertEquals(List.of(), deleted.apiKeys());
        assertEquals(List.of(), deleted.usagePlans().getFirst().apiKeyIds());
        refuses(
                NOT_FOUND,
                "Invalid API Key identifier specified",
                () -> ApiKeyOperations.delete(deleted, made.result().id()));
    }

    private static UsagePlan plan(String... keys) {
        return new UsagePlan("p1", "p", "", List.of(), Optional.empty(), Optional.empty(), List.of(keys));
    }

    @Test
    void aTableOfKeysIsImportedIntoTheirPlans() {
        String csv = "Name,Key,description,Enabled,usageplanIds\r\n"
                + "first,first-key-of-20-letters,\"one, \"\"two\"\"\",TRUE,\"p1,p9\"\r\n\r\n"
                + "second,second-key-20-letters\n";
        Change<Imported> made = ApiKeyImport.csv(EMPTY.withUsagePlan(plan()), csv, false, ids(), 5);
        assertEquals(2, made.result().ids().size());
        assertEquals(
                List.of("Line 2: Invalid Usage Plan ID specified p9"),
                made.result().warnings());
        ApiKey first = made.workspace().apiKeys().getFirst();
        assertEquals("one, \"two\"", first.details().description());
        assertEquals(true, first.enabled());
        assertEquals(false, made.workspace().apiKeys().getLast().enabled());
        assertEquals(
                List.of(first.id()), made.workspace().usagePlans().getFirst().apiKeyIds());
    }

    @Test
    void aTableWithBadLinesIsRefusedWholeIfWarningsFail() {
        String csv = "key,name\nshort,a\n" + VALUE + ",b\n";
        assertEquals(
                1,
                ApiKeyImport.csv(EMPTY, csv, false, ids(), 5)
                        .workspace()
                        .apiKeys()
                        .size());
        refuses(
                BAD_REQUEST,
                "Warnings found during import:\n\tLine 2: API Key value should be at least 20 characters",
                () -> ApiKeyImport.csv(EMPTY, csv, true, ids(), 5));
    }
}

package dev.sluice.engine.control.apikeys;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.apikeys.ApiKeyOperations.NewKey;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * ImportApiKeys: a table with a header line that names the columns in any order and case, {@code name} and {@code key}
 * required, {@code description}, {@code enabled} and {@code usageplanIds} (separated by commas) at will (<a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-key-file-format.html">key file format</a>).
 * The words of its warnings are not recorded.
 */
public final class ApiKeyImport {
    private static final List<String> COLUMNS = List.of("name", "key", "description", "enabled", "usageplanids");

    private final Supplier<String> newIds;
    private final long nowSeconds;
    private final List<String> ids = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Workspace workspace;

    private ApiKeyImport(Workspace workspace, Supplier<String> newIds, long nowSeconds) {
        this.workspace = workspace;
        this.newIds = newIds;
        this.nowSeconds = nowSeconds;
    }

    /**
     * What an import made.
     *
     * @param ids the new keys, in the order of the file
     * @param warnings what of the file was left out and why
     */
    public record Imported(List<String> ids, List<String> warnings) {}

    /**
     * Imports a table's keys.
     *
     * @param failOnWarnings whether a line that cannot be taken refuses the whole file
     */
    public static Change<Imported> csv(
            Workspace workspace, String text, boolean failOnWarnings, Supplier<String> newIds, long nowSeconds) {
        var reading = new ApiKeyImport(workspace, newIds, nowSeconds);
        reading.read(CsvTable.rows(text));
        if (failOnWarnings && !reading.warnings.isEmpty()) {
            throw ControlException.badRequest(
                    "Warnings found during import:\n\t" + String.join("\n\t", reading.warnings));
        }
        return new Change<>(reading.workspace, new Imported(List.copyOf(reading.ids), List.copyOf(reading.warnings)));
    }

    private void read(List<List<String>> rows) {
        List<String> header = rows.isEmpty()
                ? List.of()
                : rows.getFirst().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        if (!header.contains("name") || !header.contains("key")) {
            throw ControlException.badRequest("Failed to parse csv: the first line must name the columns name and key");
        }
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                warnings.add("Unknown column '" + column + "' is ignored");
            }
        }
        for (int i = 1; i < rows.size(); i++) {
            row(new Row(header, rows.get(i)), i + 1);
        }
    }

    private void row(Row row, int line) {
        String enabled = row.get("enabled").toLowerCase(Locale.ROOT);
        if (row.get("key").isEmpty() || !List.of("", "true", "false").contains(enabled)) {
            warnings.add("Line " + line + ": needs a key, and true or false where enabled is given");
            return;
        }
        try {
            Change<ApiKey> made = ApiKeyOperations.create(
                    workspace,
                    new NewKey(
                            row.get("name"),
                            row.get("description"),
                            enabled.equals("true"),
                            Optional.of(row.get("key")),
                            "",
                            List.of(),
                            Map.of()),
                    newIds,
                    nowSeconds);
            workspace = made.workspace();
            ids.add(made.result().id());
            intoPlans(made.result().id(), row.get("usageplanids"), line);
        } catch (ControlException e) {
            warnings.add("Line " + line + ": " + e.getMessage());
        }
    }

    private void intoPlans(String keyId, String planIds, int line) {
        for (String planId : planIds.split(",")) {
            Optional<UsagePlan> plan = workspace.usagePlan(planId.strip());
            if (plan.isPresent()) {
                var keys = new ArrayList<>(plan.get().apiKeyIds());
                keys.add(keyId);
                workspace = workspace.withUsagePlan(
                        plan.get().withApiKeyIds(keys.stream().distinct().toList()));
            } else if (!planId.isBlank()) {
                warnings.add("Line " + line + ": Invalid Usage Plan ID specified " + planId.strip());
            }
        }
    }

    /** A line's fields by the header's names; a missing one is empty. */
    private record Row(List<String> header, List<String> fields) {
        String get(String column) {
            int at = header.indexOf(column);
            return at >= 0 && at < fields.size() ? fields.get(at) : "";
        }
    }
}

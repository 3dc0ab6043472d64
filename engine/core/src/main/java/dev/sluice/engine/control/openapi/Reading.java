package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.control.document.Node.Sequence;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.control.document.Problems;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one document: its root for {@code $ref}, its problems, and how much work it has cost. References let a
 * small document describe an enormous one, so the members looked at are counted and bounded.
 */
final class Reading {
    /** Members looked at before a document is given up: forty times what the largest real one needs. */
    private static final int MOST_MEMBERS = 2_000_000;

    private static final Comparator<Position> IN_TEXT_ORDER =
            Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

    /** Raised by {@link #fields} and caught by {@link OpenApiReader}. */
    static final class TooMuchWork extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuchWork() {
            super(
                    "The document's references unfold to more than " + MOST_MEMBERS + " members. Divide it.",
                    null,
                    false,
                    false);
        }
    }

    private final Mapping root;
    private final ImportSettings settings;
    private final Problems problems;
    private final boolean swagger;
    private @Nullable ReadModels models;
    private @Nullable ReadRequestValidators validators;
    private int members;
    private int documentationTexts;
    private Position firstDocumentation = Position.NONE;

    Reading(Mapping root, ImportSettings settings, Problems problems) {
        this.root = root;
        this.settings = settings;
        this.problems = problems;
        this.swagger = root.get("swagger").isPresent();
    }

    /** Whether this is Swagger 2.0 and not OpenAPI 3. */
    boolean swagger() {
        return swagger;
    }

    Mapping root() {
        return root;
    }

    ImportSettings settings() {
        return settings;
    }

    Problems problems() {
        return problems;
    }

    /** The document's models, read once. */
    ReadModels models() {
        ReadModels known = models;
        if (known == null) {
            known = new ReadModels(this);
            models = known;
        }
        return known;
    }

    /** The document's request validators, read once. */
    ReadRequestValidators validators() {
        ReadRequestValidators known = validators;
        if (known == null) {
            known = new ReadRequestValidators(this);
            validators = known;
        }
        return known;
    }

    Fields fields(Mapping mapping, String path) {
        members += mapping.members().size() + 1;
        if (members > MOST_MEMBERS) {
            throw new TooMuchWork();
        }
        return new Fields(mapping, path, problems);
    }

    /** The object that the node is or refers to; a problem if there is none. */
    Optional<Fields> object(Node node, String path) {
        return follow(node, path).flatMap(target -> {
            if (target instanceof Mapping mapping) {
                return Optional.of(fields(mapping, path));
            }
            problems.error(target.at(), path, "An object is expected here, but this is " + target.kind() + ".");
            return Optional.empty();
        });
    }

    /** The node that a {@code $ref} leads to in the end; the node itself if it is no reference. */
    Optional<Node> follow(Node node, String path) {
        var seen = new HashSet<String>();
        Node current = node;
        while (current instanceof Mapping mapping && mapping.get("$ref").orElse(null) instanceof Scalar reference) {
            Optional<Node> target = seen.add(reference.text()) ? find(reference, path) : circle(reference, path);
            if (target.isEmpty()) {
                return target;
            }
            current = target.get();
        }
        return Optional.of(current);
    }

    private Optional<Node> circle(Scalar reference, String path) {
        problems.error(
                reference.at(),
                path,
                "The reference \"" + reference.text() + "\" leads back to itself. Break the circle.");
        return Optional.empty();
    }

    private Optional<Node> find(Scalar reference, String path) {
        String text = reference.text();
        if (!text.startsWith("#")) {
            problems.error(
                    reference.at(),
                    path,
                    "The reference \"" + text
                            + "\" leads out of this document; only #/... is followed. Copy what it names into this document.");
            return Optional.empty();
        }
        Optional<Node> found = pointer(text.substring(1));
        if (found.isEmpty()) {
            problems.error(reference.at(), path, "Nothing stands at \"" + text + "\" in this document.");
        }
        return found;
    }

    private Optional<Node> pointer(String pointer) {
        Node current = root;
        for (String step : pointer.split("/", -1)) {
            if (step.isEmpty() && current == root) {
                continue;
            }
            Optional<Node> next = step(current, unescaped(step));
            if (next.isEmpty()) {
                return next;
            }
            current = next.get();
        }
        return Optional.of(current);
    }

    private static Optional<Node> step(Node node, String name) {
        return switch (node) {
            case Mapping mapping -> mapping.get(name);
            case Sequence sequence ->
                name.matches("\\d{1,6}")
                                && Integer.parseInt(name) < sequence.items().size()
                        ? Optional.of(sequence.items().get(Integer.parseInt(name)))
                        : Optional.empty();
            case Scalar scalar -> Optional.empty();
        };
    }

    private static String unescaped(String step) {
        String plain = step;
        if (step.contains("%")) {
            try {
                plain = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                plain = step;
            }
        }
        return plain.replace("~1", "/").replace("~0", "~");
    }

    /** Takes members that say something to people only, and counts them for one warning at the end. */
    void documentation(Fields fields, Set<String> names) {
        int found = fields.skip(names);
        names.stream()
                .filter(fields.mapping().members()::containsKey)
                .map(fields::at)
                .min(IN_TEXT_ORDER)
                .filter(at -> documentationTexts == 0 || IN_TEXT_ORDER.compare(at, firstDocumentation) < 0)
                .ifPresent(at -> firstDocumentation = at);
        documentationTexts += found;
    }

    void reportDocumentation() {
        if (documentationTexts > 0) {
            problems.warning(
                    firstDocumentation,
                    "",
                    documentationTexts
                            + " descriptions, examples and the like are not kept; the first is here. The API behaves the same without them.");
        }
    }
}

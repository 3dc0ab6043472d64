package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Member;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.control.document.Node.Sequence;
import dev.sluice.engine.control.document.Node.Type;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.control.document.Problems;
import dev.sluice.engine.definition.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CloudFormation's functions inside an OpenAPI document, as SAM templates leave them there: {@code Fn::Sub},
 * {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Join}. Pseudo parameters get their value; what only a stack knows stays
 * as <code>${Name}</code> or <code>${Name.Attribute}</code>.
 */
final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:_.]+)}");

    private final Map<String, String> pseudoParameters;
    private final Problems problems;

    Intrinsics(Account account, Problems problems) {
        this.pseudoParameters = Map.of(
                "AWS::AccountId",
                account.accountId(),
                "AWS::Region",
                account.region(),
                "AWS::Partition",
                "aws",
                "AWS::URLSuffix",
                "amazonaws.com");
        this.problems = problems;
    }

    /** The document with every function that has a text put in its place. */
    Node resolve(Node document) {
        return resolve(document, "");
    }

    private Node resolve(Node node, String path) {
        return switch (node) {
            case Scalar scalar -> scalar;
            case Sequence sequence -> new Sequence(sequence.at(), resolveItems(sequence.items(), path));
            case Mapping mapping -> resolve(mapping, path);
        };
    }

    private List<Node> resolveItems(List<Node> items, String path) {
        var resolved = new ArrayList<Node>(items.size());
        for (Node item : items) {
            resolved.add(resolve(item, path + "[" + resolved.size() + "]"));
        }
        return resolved;
    }

    private Node resolve(Mapping mapping, String path) {
        var resolved = new LinkedHashMap<String, Member>();
        mapping.members().forEach((name, member) -> {
            Node value = resolve(member.value(), Fields.join(path, name));
            resolved.put(name, new Member(member.at(), value));
        });
        if (resolved.size() == 1) {
            var only = resolved.entrySet().iterator().next();
            return function(mapping.at(), only.getKey(), only.getValue().value(), path)
                    .orElse(new Mapping(mapping.at(), resolved));
        }
        return new Mapping(mapping.at(), resolved);
    }

    private Optional<Node> function(Position at, String name, Node argument, String path) {
        Optional<String> text = switch (name) {
            case "Ref" -> scalar(argument).map(this::reference);
            case "Fn::Sub" -> substitution(argument);
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Join" -> join(argument);
            default -> Optional.empty();
        };
        if (text.isEmpty() && name.startsWith("Fn::")) {
            problems.warning(
                    at,
                    path,
                    "The CloudFormation function " + name + " is not resolved here. Put its value in its place.");
        }
        return text.map(value -> new Scalar(at, Type.TEXT, value));
    }

    private String reference(String name) {
        return pseudoParameters.getOrDefault(name, "${" + name + "}");
    }

    private Optional<String> substitution(Node argument) {
        if (argument instanceof Sequence pair
                && pair.items().size() == 2
                && pair.items().get(1) instanceof Mapping variables) {
            return scalar(pair.items().getFirst()).map(text -> substitute(text, variables));
        }
        return scalar(argument).map(this::substitute);
    }

    /** The text with the pseudo parameters' values: API Gateway does the same with them in any URI. */
    String substitute(String text) {
        return substitute(text, Mapping.EMPTY);
    }

    private String substitute(String text, Mapping variables) {
        if (!text.contains("${")) {
            return text;
        }
        return VARIABLE.matcher(text).replaceAll(match -> {
            String own = match.group();
            String value = variables
                    .get(match.group(1))
                    .flatMap(Intrinsics::scalar)
                    .orElse(pseudoParameters.getOrDefault(match.group(1), own));
            return Matcher.quoteReplacement(value);
        });
    }

    private static Optional<String> attribute(Node argument) {
        if (argument instanceof Sequence pair) {
            List<String> parts =
                    pair.items().stream().flatMap(item -> scalar(item).stream()).toList();
            return Optional.of("${" + String.join(".", parts) + "}");
        }
        return scalar(argument).map(text -> "${" + text + "}");
    }

    private static Optional<String> join(Node argument) {
        if (argument instanceof Sequence pair
                && pair.items().size() == 2
                && pair.items().get(1) instanceof Sequence parts
                && parts.items().stream().allMatch(Scalar.class::isInstance)) {
            return scalar(pair.items().getFirst())
                    .map(separator -> String.join(
                            separator,
                            parts.items().stream()
                                    .flatMap(part -> scalar(part).stream())
                                    .toList()));
        }
        return Optional.empty();
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }
}

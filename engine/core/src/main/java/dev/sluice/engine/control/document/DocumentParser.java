package dev.sluice.engine.control.document;

import dev.sluice.engine.control.document.Node.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads JSON or YAML bytes into a {@link Node}. Whatever is wrong becomes a problem; nothing is thrown. */
public final class DocumentParser {
    /** Largest document, in bytes: API Gateway's own limit for an imported file (6 MB). */
    public static final int MOST_BYTES = 6 * 1024 * 1024;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(2 * TreeBuilder.DEEPEST)
            .maxStringLength(MOST_BYTES)
            .maxNameLength(MOST_BYTES)
            .maxNumberLength(100)
            .build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder().setCodePointLimit(MOST_BYTES).build())
            .streamReadConstraints(CONSTRAINTS)
            // TreeBuilder reports a name that is there twice and carries on.
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final Problems problems;

    private DocumentParser(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * The document's root; absent if the bytes cannot be read as one, and then a problem says why.
     *
     * @param file its ending {@code .json}, {@code .yaml} or {@code .yml} says the format; without one the first
     *     character does
     */
    public static Optional<Node> parse(String file, byte[] bytes, Problems problems) {
        return new DocumentParser(file, problems).parse(bytes);
    }

    private Optional<Node> parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            problems.error(
                    Position.NONE,
                    "",
                    "The file has " + bytes.length + " bytes; API Gateway takes at most " + MOST_BYTES
                            + " (6 MB). Shorten or divide it.");
            return Optional.empty();
        }
        return decode(bytes).flatMap(this::parse);
    }

    private Optional<Node> parse(String text) {
        if (text.isBlank()) {
            problems.error(Position.NONE, "", "The file is empty.");
            return Optional.empty();
        }
        boolean json = isJson(text);
        try (JsonParser parser = json
                ? JSON.createParser(ObjectReadContext.empty(), text)
                : YAML.createParser(ObjectReadContext.empty(), text)) {
            return new TreeBuilder(parser, problems).document();
        } catch (UnexpectedEndOfInputException halfWritten) {
            problems.error(
                    endOf(text),
                    "",
                    "This is not valid JSON: it ends in the middle. Perhaps it was only half written.");
            return Optional.empty();
        } catch (JacksonException | YamlEngineException broken) {
            problems.error(position(broken), "", sentence(json, broken));
            return Optional.empty();
        }
    }

    private boolean isJson(String text) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return false;
        }
        char first = text.stripLeading().charAt(0);
        return name.endsWith(".json") || first == '{' || first == '[';
    }

    private Optional<String> decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            buffer.position(3);
        }
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(buffer).toString());
        } catch (CharacterCodingException e) {
            problems.error(
                    positionAfter(bytes, buffer.position()),
                    "",
                    "The file is not UTF-8 from byte " + buffer.position() + " on. Save it as UTF-8.");
            return Optional.empty();
        }
    }

    private static Position positionAfter(byte[] bytes, int count) {
        return endOf(new String(bytes, 0, count, StandardCharsets.UTF_8));
    }

    private static Position endOf(String before) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(line, before.length() - before.lastIndexOf('\n'));
    }

    private static Position position(RuntimeException broken) {
        return broken instanceof JacksonException jackson && jackson.getLocation() != null
                ? TreeBuilder.position(jackson.getLocation())
                : Position.NONE;
    }

    private static String sentence(boolean json, RuntimeException broken) {
        String whole = broken instanceof JacksonException jackson ? jackson.getOriginalMessage() : broken.getMessage();
        String first =
                whole == null ? "unreadable" : whole.strip().lines().findFirst().orElse("unreadable");
        String shortened = first.length() > 200 ? first.substring(0, 200) + "..." : first;
        return "This is not valid " + (json ? "JSON" : "YAML") + ": " + shortened;
    }

    /** Type of a scalar token. */
    static Type type(tools.jackson.core.JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Type.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Type.FLAG;
            case VALUE_NULL -> Type.NULL;
            default -> Type.TEXT;
        };
    }
}

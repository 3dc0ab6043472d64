package dev.sluice.engine.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Ways to make text up and to spoil it. */
final class Text {
    private static final String SIGNS =
            "{}[]()\":,'&*!|>%#$-_?+=./\\^~@; \n\r\t0159azAZ\u0000\u00e9\u4e2d\ud83d\ude00\uffff";

    private Text() {}

    static <T> T any(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static String signs(SplittableRandom random, int most) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    /** The text with up to four changes: pieces cut, doubled or moved, signs and words put in. */
    static String spoiled(SplittableRandom random, String text, List<String> words) {
        String spoiled = text;
        for (int i = random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(spoiled.length() + 1);
            int end = Math.min(spoiled.length(), at + 1 + random.nextInt(20));
            String piece = spoiled.substring(at, end);
            spoiled = switch (random.nextInt(6)) {
                case 0 -> spoiled.substring(0, at) + spoiled.substring(end);
                case 1 -> spoiled.substring(0, at) + piece.repeat(1 + random.nextInt(8)) + spoiled.substring(at);
                case 2 -> {
                    int to = random.nextInt(spoiled.length() + 1);
                    yield spoiled.substring(0, to) + piece + spoiled.substring(to);
                }
                case 3 -> spoiled.substring(0, at) + signs(random, 3) + spoiled.substring(at);
                default -> spoiled.substring(0, at) + any(random, words) + spoiled.substring(at);
            };
        }
        return spoiled;
    }

    /** A JSON value, most of the time a correct one. */
    static String json(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth <= 0 ? 7 : 11);
        return switch (kind) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> Long.toString(random.nextLong());
            case 3 -> any(random, List.of("0", "-0", "1e400", "0.1", "1E-7", "12345678901234567890", "01"));
            case 4, 5 ->
                "\"" + any(random, List.of("", "a", "abc", "\\u0000", "\\ud800", "\\\\", "2026-01-01", "a@b")) + "\"";
            case 6 -> "\"" + signs(random, 6).replace("\\", "").replace("\"", "") + "\"";
            case 7, 8 -> list(random, depth, "[", "]", false);
            default -> list(random, depth, "{", "}", true);
        };
    }

    private static String list(SplittableRandom random, int depth, String open, String close, boolean named) {
        var text = new StringBuilder(open);
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(text.length() > 1 ? "," : "");
            text.append(named ? "\"" + any(random, List.of("a", "b", "id", "name", "a", "$ref", "")) + "\":" : "");
            text.append(json(random, depth - 1));
        }
        return text.append(close).toString();
    }
}

package dev.sluice.engine.observation.insights.evaluation;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of {@code sort}, AWS's natural one: missing values, then all that are no numbers, chunk by chunk (runs of
 * digits by length, then value; other runs by Unicode), then numbers by value (<a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Sort.html">sort</a>).
 */
final class NaturalOrder implements Comparator<@Nullable Object> {
    static final NaturalOrder ASCENDING = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        double leftNumber = Values.number(left);
        double rightNumber = Values.number(right);
        boolean leftIsNumber = !Double.isNaN(leftNumber);
        boolean rightIsNumber = !Double.isNaN(rightNumber);
        if (leftIsNumber && rightIsNumber) {
            return Double.compare(leftNumber, rightNumber);
        }
        if (leftIsNumber || rightIsNumber) {
            return leftIsNumber ? 1 : -1;
        }
        return chunks(String.valueOf(Values.text(left)), String.valueOf(Values.text(right)));
    }

    private static int chunks(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int leftEnd = chunkEnd(left, i);
            int rightEnd = chunkEnd(right, j);
            boolean digits = isDigit(left.charAt(i)) && isDigit(right.charAt(j));
            int byLength = digits ? Integer.compare(leftEnd - i, rightEnd - j) : 0;
            int order = byLength != 0 ? byLength : left.substring(i, leftEnd).compareTo(right.substring(j, rightEnd));
            if (order != 0) {
                return order;
            }
            i = leftEnd;
            j = rightEnd;
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int chunkEnd(String text, int start) {
        boolean digits = isDigit(text.charAt(start));
        int end = start + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package dev.sluice.engine.execution.mapping;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values of a template are equal: {@code ==}, {@code .equals()}, {@code .contains()}.
 *
 * <p>Numbers compare by value, also with a text that spells one; null equals the empty text (recorded, data-plane
 * section 11).
 */
final class Equality {
    private static final int DEEPEST = 500;

    /** Reading a number out of a text and failing at it costs as much as reading so many characters. */
    private static final int MIXED_COST = 128;

    private Equality() {}

    static boolean same(@Nullable Object left, @Nullable Object right, Budget budget) {
        return same(left, right, budget, 0);
    }

    private static boolean same(@Nullable Object left, @Nullable Object right, Budget budget, int depth) {
        budget.characters(1);
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return "".equals(left) || "".equals(right);
        }
        if (left instanceof String l && right instanceof String r) {
            budget.characters(l.length() == r.length() ? l.length() / 8 : 0);
            return l.equals(r);
        }
        if (depth > DEEPEST) {
            throw new TemplateFailure("A value is nested deeper than " + DEEPEST + " levels, or holds itself.");
        }
        if (left instanceof Map<?, ?> l && right instanceof Map<?, ?> r) {
            return sameMaps(l, r, budget, depth);
        }
        if (left instanceof Collection<?> l && right instanceof Collection<?> r) {
            return sameLists(l, r, budget, depth);
        }
        return sameScalars(left, right, budget);
    }

    private static boolean sameScalars(Object left, Object right, Budget budget) {
        budget.characters(MIXED_COST);
        if (left instanceof Number || right instanceof Number) {
            Number l = Numbers.of(left);
            Number r = Numbers.of(right);
            if (l != null && r != null) {
                return Numbers.compare(l, r) == 0;
            }
        }
        return TemplateText.of(left, budget).equals(TemplateText.of(right, budget));
    }

    private static boolean sameMaps(Map<?, ?> left, Map<?, ?> right, Budget budget, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : left.entrySet()) {
            if (!right.containsKey(entry.getKey())
                    || !same(entry.getValue(), right.get(entry.getKey()), budget, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLists(Collection<?> left, Collection<?> right, Budget budget, int depth) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            if (!same(element, others.next(), budget, depth + 1)) {
                return false;
            }
        }
        return true;
    }
}

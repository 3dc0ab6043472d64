package dev.sluice.engine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list with one element put in the place of the element that has the same identity. */
final class Replaced {
    private Replaced() {}

    static <T> List<T> in(List<T> list, T element, Function<T, String> identity) {
        var copy = new ArrayList<T>(list.size() + 1);
        boolean found = false;
        for (T old : list) {
            boolean same = identity.apply(old).equals(identity.apply(element));
            copy.add(same ? element : old);
            found |= same;
        }
        if (!found) {
            copy.add(element);
        }
        return copy;
    }
}

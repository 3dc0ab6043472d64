package dev.sluice.engine.execution.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of lists. */
final class ListMethods {
    private ListMethods() {}

    static @Nullable Object call(
            List<@Nullable Object> list, String name, List<@Nullable Object> arguments, Budget budget) {
        return switch (arguments.size()) {
            case 0 -> call(list, name, budget);
            case 1 -> call(list, name, arguments.getFirst(), budget);
            case 2 -> call(list, name, arguments.getFirst(), arguments.getLast(), budget);
            default -> null;
        };
    }

    private static @Nullable Object call(List<@Nullable Object> list, String name, Budget budget) {
        return switch (name) {
            case "size" -> list.size();
            case "isEmpty" -> list.isEmpty();
            case "toString" -> TemplateText.of(list, budget);
            case "toArray" -> copy(list, budget);
            case "clear" -> {
                list.clear();
                yield "";
            }
            default -> null;
        };
    }

    private static @Nullable Object call(
            List<@Nullable Object> list, String name, @Nullable Object argument, Budget budget) {
        return switch (name) {
            case "get" -> list.get(Members.position(argument, list.size()));
            case "add" -> list.add(argument);
            case "addAll" -> argument instanceof Collection<?> other && list.addAll(copy(other, budget));
            case "contains" -> indexOf(list, argument, budget) >= 0;
            case "containsAll" -> argument instanceof Collection<?> other && containsAll(list, other, budget);
            case "indexOf" -> indexOf(list, argument, budget);
            case "lastIndexOf" -> lastIndexOf(list, argument, budget);
            case "remove" -> remove(list, argument, budget);
            case "equals" -> Equality.same(list, argument, budget);
            default -> null;
        };
    }

    private static @Nullable Object call(
            List<@Nullable Object> list, String name, @Nullable Object first, @Nullable Object second, Budget budget) {
        return switch (name) {
            case "set" -> list.set(Members.position(first, list.size()), second);
            case "add" -> {
                budget.characters(list.size() / 8);
                list.add(Members.position(first, list.size() + 1), second);
                yield "";
            }
            case "subList" ->
                copy(
                        list.subList(
                                Members.position(first, list.size() + 1), Members.position(second, list.size() + 1)),
                        budget);
            default -> null;
        };
    }

    static int indexOf(Collection<?> list, @Nullable Object wanted, Budget budget) {
        int index = 0;
        for (Object element : list) {
            if (Equality.same(element, wanted, budget)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    private static int lastIndexOf(List<?> list, @Nullable Object wanted, Budget budget) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (Equality.same(list.get(i), wanted, budget)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean containsAll(List<?> list, Collection<?> wanted, Budget budget) {
        for (Object element : wanted) {
            if (indexOf(list, element, budget) < 0) {
                return false;
            }
        }
        return true;
    }

    /** By index if the argument is a number, as Java chooses; else the first equal element. */
    private static @Nullable Object remove(List<@Nullable Object> list, @Nullable Object argument, Budget budget) {
        budget.characters(list.size() / 8);
        if (argument instanceof Integer index) {
            return list.remove(Members.position(index, list.size()));
        }
        int found = indexOf(list, argument, budget);
        if (found >= 0) {
            list.remove(found);
        }
        return found >= 0;
    }

    private static List<@Nullable Object> copy(Collection<?> list, Budget budget) {
        budget.characters(list.size());
        return new ArrayList<>(list);
    }
}

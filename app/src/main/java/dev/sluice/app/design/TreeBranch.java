package dev.sluice.app.design;

import java.util.List;

/** A line of the navigator with the lines under it. */
public record TreeBranch(TreeEntry entry, List<TreeBranch> children) {
    public TreeBranch {
        children = List.copyOf(children);
    }
}

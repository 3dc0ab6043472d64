package dev.sluice.engine.observation.insights.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a command does that has to see all rows: it takes rows and gives rows. Parts are gathered apart and merged. */
interface Gather {
    /** What one part of the rows came to. */
    interface Part extends Stage.Sink {
        /** @param later the same of rows that come after these */
        void merge(Part later);

        List<Row> rows();
    }

    Part start();

    /** The first so many rows. */
    record First(int rows) implements Gather {
        @Override
        public Part start() {
            return new Sorted(null, rows);
        }
    }

    /** @param bound rows wanted afterwards; more are let go early */
    record Sort(Comparator<Row> order, int bound) implements Gather {
        @Override
        public Part start() {
            return new Sorted(order, bound);
        }
    }

    record Stats(Grouping grouping) implements Gather {
        @Override
        public Part start() {
            return new Grouped(grouping.groups());
        }
    }

    /** The first row of each combination; a row in which one of the values is missing is never a duplicate. */
    record Dedup(List<Evaluation> fields) implements Gather {
        @Override
        public Part start() {
            return new Sorted(null, Integer.MAX_VALUE) {
                @Override
                public List<Row> rows() {
                    Set<List<String>> seen = new HashSet<>();
                    return super.rows().stream().filter(row -> isNew(row, seen)).toList();
                }
            };
        }

        private boolean isNew(Row row, Set<List<String>> seen) {
            var values = new ArrayList<String>(fields.size());
            for (Evaluation field : fields) {
                String text = Values.text(field.of(row));
                if (text == null) {
                    return true;
                }
                values.add(text);
            }
            return seen.add(values);
        }
    }

    /** {@code pattern}: messages that differ only in their variable parts. */
    record Patterns(Evaluation source, MessagePatterns patterns) implements Gather {
        @Override
        public Part start() {
            return new Sorted(null, Integer.MAX_VALUE) {
                @Override
                public List<Row> rows() {
                    return patterns.of(super.rows(), source);
                }
            };
        }
    }

    /** Rows in order, no more of them than wanted. */
    class Sorted implements Part {
        /** Rows kept beyond the bound before they are sorted and cut. */
        private static final int SLACK = 4_096;

        private final @org.jspecify.annotations.Nullable Comparator<Row> order;
        private final int bound;
        private final ArrayList<Row> rows = new ArrayList<>();

        Sorted(@org.jspecify.annotations.Nullable Comparator<Row> order, int bound) {
            this.order = order;
            this.bound = bound;
        }

        @Override
        public void take(Row row) {
            if (order == null && rows.size() >= bound) {
                return;
            }
            rows.add(row);
            if (rows.size() - SLACK > bound) {
                cut();
            }
        }

        private void cut() {
            if (order != null) {
                rows.sort(order);
            }
            if (rows.size() > bound) {
                rows.subList(bound, rows.size()).clear();
            }
        }

        @Override
        public void merge(Part later) {
            rows.addAll(((Sorted) later).rows);
            cut();
        }

        @Override
        public List<Row> rows() {
            cut();
            return rows;
        }
    }

    /** Rows in groups. */
    record Grouped(Grouping.Groups groups) implements Part {
        @Override
        public void take(Row row) {
            groups.add(row);
        }

        @Override
        public void merge(Part later) {
            groups.merge(((Grouped) later).groups());
        }

        @Override
        public List<Row> rows() {
            return groups.rows();
        }
    }
}

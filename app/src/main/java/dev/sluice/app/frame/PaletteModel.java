package dev.sluice.app.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the command palette lists for what was typed: titles that hold the letters in order, the closest first. */
final class PaletteModel {
    private static final int NO_MATCH = -1;
    /** A gap of this many letters between two found ones costs nothing more. */
    private static final int LONGEST_GAP = 20;

    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Command> matches = FXCollections.observableArrayList();
    private List<Command> commands = List.of();

    PaletteModel() {
        query.subscribe(this::search);
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<Command> matches() {
        return matches;
    }

    /** Starts again with these commands and nothing typed. */
    void offer(List<Command> offered) {
        commands = List.copyOf(offered);
        query.set("");
        search();
    }

    private void search() {
        String wanted = query.get().strip().toLowerCase(Locale.ROOT);
        matches.setAll(commands.stream()
                .map(command -> new Match(command, distance(command.title().toLowerCase(Locale.ROOT), wanted)))
                .filter(match -> match.distance() != NO_MATCH)
                .sorted(Comparator.comparingInt(Match::distance))
                .map(Match::command)
                .toList());
    }

    /** How far the title is from the query: 0 if it starts with it; {@link #NO_MATCH} if letters are missing. */
    private static int distance(String title, String wanted) {
        int whole = title.indexOf(wanted);
        if (whole >= 0) {
            return whole;
        }
        int distance = title.length();
        int at = 0;
        for (char letter : wanted.replace(" ", "").toCharArray()) {
            int found = title.indexOf(letter, at);
            if (found < 0) {
                return NO_MATCH;
            }
            distance += Math.min(found - at, LONGEST_GAP);
            at = found + 1;
        }
        return distance;
    }

    private record Match(Command command, int distance) {}
}

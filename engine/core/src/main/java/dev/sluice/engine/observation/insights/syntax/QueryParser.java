package dev.sluice.engine.observation.insights.syntax;

import dev.sluice.engine.observation.insights.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a query: commands with bars between them. */
public final class QueryParser {
    /** Longest query in characters (API_StartQuery). */
    private static final int LONGEST = 10_000;

    /** Largest number of rows (API_StartQuery). */
    private static final int MOST_ROWS = 100_000;

    private static final Set<String> OTHER_COMMANDS =
            Set.of("addtotals", "anomaly", "diff", "join", "logcompare", "lookup", "source", "unmask", "subquery");

    private final Words words;
    private final ExpressionParser expressions;

    private QueryParser(String query) {
        words = new Words(query);
        expressions = new ExpressionParser(words);
    }

    /** The commands in order, one at least. */
    public static List<Command> parse(String query) throws QueryException {
        if (query.length() > LONGEST) {
            throw new QueryException("A query has up to " + LONGEST + " characters.", query, LONGEST);
        }
        var parser = new QueryParser(query);
        List<Command> commands = parser.commands();
        parser.checkOrder(commands);
        return commands;
    }

    private List<Command> commands() throws QueryException {
        var commands = new ArrayList<Command>();
        commands.add(command());
        while (words.peek().is("|")) {
            words.next();
            commands.add(command());
        }
        if (words.peek().kind() != Token.Kind.END) {
            throw words.error("\"" + words.peek().text() + "\" is not expected here; a new command starts with |.");
        }
        return List.copyOf(commands);
    }

    private void checkOrder(List<Command> commands) throws QueryException {
        boolean deduplicated = false;
        for (Command command : commands) {
            if (deduplicated && !(command instanceof Command.Limit)) {
                throw words.error("Only limit may follow dedup.", command.offset());
            }
            deduplicated |= command instanceof Command.Dedup;
        }
    }

    private Command command() throws QueryException {
        Token word = words.next();
        int offset = word.start();
        if (word.kind() != Token.Kind.NAME) {
            throw words.error("A command is expected, such as fields, filter, stats, sort or limit.", offset);
        }
        String name = word.lower();
        return switch (name) {
            case "fields" -> new Command.Fields(named(), offset);
            case "display" -> new Command.Display(named(), offset);
            case "filter", "where", "filterindex" -> new Command.Filter(expressions.expression(), offset);
            case "stats" -> stats(offset);
            case "sort" -> new Command.Sort(keys(), offset);
            case "limit", "head", "tail" -> limit(name, offset);
            case "parse" -> parse(offset);
            case "dedup" -> new Command.Dedup(list(), offset);
            case "unnest" -> unnest(offset);
            case "pattern" -> new Command.Pattern(expressions.expression(), offset);
            default -> throw unknown(word);
        };
    }

    private QueryException unknown(Token word) {
        String name = word.text();
        return words.error(
                OTHER_COMMANDS.contains(word.lower())
                        ? "The command " + name + " of CloudWatch Logs Insights is not supported here."
                        : "\"" + name
                                + "\" is no command; there are fields, display, filter, stats, sort, limit, parse, dedup, unnest and pattern.",
                word.start());
    }

    private List<Command.Named> named() throws QueryException {
        var items = new ArrayList<Command.Named>();
        do {
            items.add(item());
        } while (comma());
        return List.copyOf(items);
    }

    private boolean comma() throws QueryException {
        boolean comma = words.peek().is(",");
        if (comma) {
            words.next();
        }
        return comma;
    }

    private Command.Named item() throws QueryException {
        int start = words.peek().start();
        Expression expression = expressions.expression();
        String written = words.between(start, words.lastEnd());
        if (!words.peek().isWord("as")) {
            return new Command.Named(expression, expression.plainName().orElse(written));
        }
        words.next();
        return new Command.Named(expression, alias());
    }

    private String alias() throws QueryException {
        Token name = words.next();
        if (name.kind() != Token.Kind.NAME || name.path().size() != 1) {
            throw words.error(
                    "A name is expected after as; one with other characters stands in backticks.", name.start());
        }
        return name.path().getFirst();
    }

    private Command stats(int offset) throws QueryException {
        List<Command.Named> aggregates = named();
        if (!words.peek().isWord("by")) {
            return new Command.Stats(aggregates, List.of(), offset);
        }
        words.next();
        return new Command.Stats(aggregates, named(), offset);
    }

    private List<Command.Key> keys() throws QueryException {
        var keys = new ArrayList<Command.Key>();
        do {
            Expression expression = expressions.expression();
            boolean descending = words.peek().isWord("desc");
            if (descending || words.peek().isWord("asc")) {
                words.next();
            }
            keys.add(new Command.Key(expression, descending));
        } while (comma());
        return List.copyOf(keys);
    }

    private Command limit(String name, int offset) throws QueryException {
        boolean any = words.peek().isWord("any");
        if (any) {
            words.next();
        }
        Token rows = words.next();
        if (rows.kind() != Token.Kind.NUMBER || !rows.text().matches("\\d{1,9}")) {
            throw words.error(name + " takes a whole number of rows.", rows.start());
        }
        int number = Integer.parseInt(rows.text());
        if (number < 1 || number > MOST_ROWS) {
            throw words.error(name + " takes 1 to " + MOST_ROWS + " rows.", rows.start());
        }
        if (name.equals("tail")) {
            throw words.error("tail is no longer a command; sort the other way round and use limit.", offset);
        }
        return new Command.Limit(number, any, offset);
    }

    private Command parse(int offset) throws QueryException {
        boolean named = words.peek().kind() == Token.Kind.NAME;
        Expression source = named ? expressions.operand() : Command.message(offset);
        Token pattern =
                words.textOrRegex("parse takes a text with stars in quotes, or a regular expression between slashes.");
        if (words.isRegex(pattern)) {
            return new Command.ParseRegex(source, pattern.text(), offset);
        }
        if (!words.peek().isWord("as")) {
            throw words.error("The stars need names: parse \"user=*\" as user.");
        }
        words.next();
        var names = new ArrayList<String>();
        do {
            names.add(alias());
        } while (comma());
        long stars = pattern.text().chars().filter(c -> c == '*').count();
        if (stars != names.size()) {
            throw words.error(
                    "The text has " + stars + " stars and " + names.size() + " names; each star needs one name.",
                    pattern.start());
        }
        return new Command.ParseGlob(source, pattern.text(), List.copyOf(names), offset);
    }

    private List<Expression> list() throws QueryException {
        var list = new ArrayList<Expression>();
        do {
            list.add(expressions.expression());
        } while (comma());
        return List.copyOf(list);
    }

    private Command unnest(int offset) throws QueryException {
        Expression source = expressions.expression();
        if (!words.peek().isWord("into")) {
            throw words.error("unnest puts each element into a name: unnest items into item.");
        }
        words.next();
        return new Command.Unnest(source, alias(), offset);
    }
}

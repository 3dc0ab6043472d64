package dev.sluice.engine.observation.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.observation.insights.QueryResult.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightsQueryTest {
    private static final ListedEvents ACCESS = ListedEvents.of(
            "{\"status\":200,\"route\":\"/a\",\"ms\":10,\"ok\":true}",
            "{\"status\":429,\"route\":\"/a\",\"ms\":2,\"ok\":false,\"who\":{\"key\":\"gold\"}}",
            "{\"status\":504,\"route\":\"/b\",\"ms\":29000,\"items\":[{\"id\":7},{\"id\":8}]}",
            "{\"status\":\"200\",\"route\":\"/b\",\"ms\":30}",
            "not json");

    static QueryResult run(String query, LogEvents events) {
        return run(query, events, Workers.NONE);
    }

    static QueryResult run(String query, LogEvents events, Workers workers) {
        try {
            return InsightsQuery.of(query)
                    .run(events, InsightsQuery.Range.everything(ListedEvents.START), workers, QueryWatch.NONE);
        } catch (QueryException e) {
            throw new AssertionError(e.getMessage() + " at " + e.line() + ":" + e.column(), e);
        }
    }

    /** Runs a query over the events of this test and forgets the rows. */
    static void ran(InsightsQuery query) {
        query.run(ACCESS, InsightsQuery.Range.everything(ListedEvents.START), Workers.NONE, QueryWatch.NONE);
    }

    /** Rows with {@code |} between values, {@code @ptr} left out. */
    static List<String> rows(String query, LogEvents events) {
        return run(query, events).rows().stream()
                .map(row -> row.stream()
                        .filter(cell -> !cell.field().equals("@ptr"))
                        .map(Cell::value)
                        .collect(Collectors.joining("|")))
                .toList();
    }

    private static String single(String expression) {
        List<String> rows = rows("fields " + expression + " as x | limit 1", ACCESS);
        return rows.getFirst();
    }

    @Test
    void theQueryOfTheArticleFindsTheTimeoutsNewestFirst() {
        var log = ListedEvents.of(
                "(a) Execution failed due to a timeout error",
                "(b) Successfully completed execution",
                "(c) Execution failed due to a timeout error");
        String query = """
                fields @timestamp, @message
                | filter @message like /Execution failed due to a timeout error/
                | sort @timestamp desc
                | limit 20""";
        assertEquals(
                List.of(
                        "2026-11-23 20:30:02.000|(c) Execution failed due to a timeout error",
                        "2026-11-23 20:30:00.000|(a) Execution failed due to a timeout error"),
                rows(query, log));
        QueryResult result = run(query, log);
        assertEquals(2, result.statistics().recordsMatched());
        assertEquals(3, result.statistics().recordsScanned());
        assertEquals("ptr2", result.rows().getFirst().getLast().value());
    }

    @Test
    void withoutFieldsARowShowsTimeAndMessageNewestFirst() {
        assertEquals(List.of("@timestamp", "@message"), run("limit 1", ACCESS).columns());
        assertEquals(List.of("2026-11-23 20:30:04.000|not json"), rows("limit 1", ACCESS));
    }

    @Test
    void fieldsOfJsonAreFoundAlsoInsideObjectsAndLists() {
        assertEquals(List.of("429|gold"), rows("fields status, who.key | filter ispresent(who.key)", ACCESS));
        assertEquals(List.of("7|8"), rows("fields items.0.id, items[1].id | filter status = 504", ACCESS));
        assertEquals(
                List.of("[{\"id\":\"7\"},{\"id\":\"8\"}]|7"),
                rows("fields items, items.0.id | filter status = 504", ACCESS));
    }

    @Test
    void numbersAndTextsThatLookLikeNumbersCompareAsNumbers() {
        assertEquals(List.of("30", "10"), rows("fields ms | filter status = 200", ACCESS));
        assertEquals(List.of("29000"), rows("fields ms | filter ms > 30", ACCESS));
    }

    @Test
    void trueAndFalseOfJsonAreOneAndZero() {
        assertEquals(List.of("10"), rows("fields ms | filter ok = 1", ACCESS));
        assertEquals(List.of("2"), rows("fields ms | filter ok = 0", ACCESS));
    }

    @Test
    void aMissingFieldMakesEveryComparisonFalse() {
        assertEquals(
                List.of(), rows("fields ms | filter nothing = 1 or nothing != 1 or nothing not like \"x\"", ACCESS));
        assertEquals(5, rows("filter not (nothing = 1)", ACCESS).size());
    }

    @Test
    void likeWithATextIsASubstringAndWithASlashARegularExpression() {
        assertEquals(1, rows("filter @message like \"not\"", ACCESS).size());
        assertEquals(1, rows("filter @message like /^NOT|not js..$/", ACCESS).size());
        assertEquals(1, rows("filter @message like /(?i)NOT JSON/", ACCESS).size());
        assertEquals(4, rows("filter @message not like /not/", ACCESS).size());
        assertEquals(1, rows("filter @message =~ \"n.t\"", ACCESS).size());
    }

    @Test
    void inTakesAListAndKeywordsIgnoreCase() {
        assertEquals(List.of("2"), rows("FIELDS status, ms | FILTER status IN [429, 503] | DISPLAY ms", ACCESS));
        assertEquals(
                2,
                rows("filter status not in [429, 504] and ispresent(status)", ACCESS)
                        .size());
    }

    @Test
    void theLastDisplayWinsAndFieldsAddUp() {
        assertEquals(
                List.of("status", "ms"),
                run("fields status | fields ms", ACCESS).columns());
        assertEquals(List.of("ms"), run("display status | display ms", ACCESS).columns());
    }

    @Test
    void statsGroupsAndKeepsItsColumnsOnly() {
        assertEquals(
                List.of("/a|2|6", "/b|2|14515"),
                rows("filter ispresent(route) | stats count(*) as n, avg(ms) by route | sort route", ACCESS));
        assertEquals(
                List.of("route", "count(*)"),
                run("stats count(*) by route", ACCESS).columns());
        QueryException e = assertThrows(
                QueryException.class, () -> InsightsQuery.of("stats count(*) as n by route | filter status = 1"));
        assertTrue(e.getMessage().contains("\"status\" does not exist after stats"), e.getMessage());
        assertEquals(39, e.column());
    }

    @Test
    void aCommandAfterStatsFindsAColumnByTheExpressionThatMadeIt() {
        assertEquals(
                List.of("/a|2", "/b|2"),
                rows("filter ispresent(route) | stats count(*) by route | sort count(*) desc, route", ACCESS));
    }

    @Test
    void statsMayBeUsedTwice() {
        assertEquals(
                List.of("2"), rows("filter ispresent(route) | stats count(*) as n by route | stats max(n)", ACCESS));
    }

    @Test
    void statsOfNothingCountsZero() {
        assertEquals(List.of("0"), rows("filter 1 = 2 | stats count(*)", ACCESS));
        assertEquals(List.of(), rows("filter 1 = 2 | stats count(*) by route", ACCESS));
    }

    @Test
    void aggregatesMayBePartsOfAnExpression() {
        assertEquals(List.of("0.4"), rows("stats sum(strcontains(@message, \"200\")) / count(*) as share", ACCESS));
    }

    @Test
    void percentilesAreExactByNearestRank() {
        assertEquals(List.of("10|29000|29000"), rows("stats pct(ms, 50), pct(ms, 99), max(ms)", ACCESS));
    }

    @Test
    void binPutsEventsIntoPeriods() {
        var events = new ListedEvents()
                .add(ListedEvents.START, "a")
                .add(ListedEvents.START + 299_999, "b")
                .add(ListedEvents.START + 300_000, "c");
        assertEquals(
                List.of("2026-11-23 20:30:00.000|2", "2026-11-23 20:35:00.000|1"),
                rows("stats count(*) by bin(5m) | sort bin(5m)", events));
    }

    @Test
    void aPeriodBeyondItsUnitIsRefusedWithAdvice() {
        QueryException e = assertThrows(QueryException.class, () -> InsightsQuery.of("stats count(*) by bin(300s)"));
        assertTrue(e.getMessage().contains("bin(5m)"), e.getMessage());
    }

    @Test
    void parseWithStarsTakesAsLittleAsFitsAndTheLastTakesTheRest() {
        var log = ListedEvents.of("Plan ID p1 has exceeded the allocated rate limit", "other");
        assertEquals(
                List.of("other", "Plan ID p1 has exceeded the allocated rate limit|p1|rate"),
                rows(
                        "parse @message \"Plan ID * has exceeded the allocated * limit\" as plan, kind"
                                + " | display @message, plan, kind",
                        log));
        assertEquals(List.of("b c"), rows("parse \"a *\" as rest | display rest", ListedEvents.of("x a b c")));
    }

    @Test
    void parseWithARegularExpressionMakesFieldsOfItsNamedGroups() {
        assertEquals(
                List.of("12|x"),
                rows(
                        "parse @message /id=(?<id>\\d+) name=(?<name>\\w+)/ | display id, name",
                        ListedEvents.of("zz id=12 name=x")));
    }

    @Test
    void dedupKeepsTheFirstRowAndNeverDropsARowWithoutTheField() {
        assertEquals(
                List.of("not json", "/b", "/a"),
                rows("fields coalesce(route, @message) as r | sort @timestamp desc | dedup route | limit 10", ACCESS));
        assertThrows(QueryException.class, () -> InsightsQuery.of("dedup a | fields a"));
    }

    @Test
    void unnestMakesARowOfEachElement() {
        assertEquals(List.of("7", "8"), rows("filter status = 504 | unnest items into item | fields item.id", ACCESS));
    }

    @Test
    void sortFollowsAwsNaturalOrder() {
        String[] wanted = "!: # *%04 0# 5A 111A 2345_ @ @_ A A9876fghj a12345hfh 0 01 1 2 3".split(" ");
        String[] shuffled = wanted.clone();
        java.util.Collections.reverse(Arrays.asList(shuffled));
        // 01 and 1 are one number: they stay in the order in which they come.
        assertEquals(
                List.of(wanted).stream()
                        .map(text -> text.equals("01") ? "1" : text)
                        .toList(),
                rows("fields @message | sort @message asc", ListedEvents.of(shuffled)).stream()
                        .map(text -> text.equals("01") ? "1" : text)
                        .toList());
    }

    @Test
    void limitHasAWholeNumberUpTo100000() {
        assertThrows(QueryException.class, () -> InsightsQuery.of("limit 0"));
        assertThrows(QueryException.class, () -> InsightsQuery.of("limit 100001"));
        assertEquals(2, rows("limit any 2", ACCESS).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "1 + 2 * 3 ~ 7",
                "2 ^ 3 ^ 2 ~ 512",
                "-2 ^ 2 ~ -4",
                "10 % 3 ~ 1",
                "0.1 + 0.2 ~ 0.3",
                "abs(-3) ~ 3",
                "greatest(1, 5, 3) ~ 5",
                "least(4, 2) ~ 2",
                "strlen(\"abc\") ~ 3",
                "substr(\"hello\", 1, 3) ~ ell",
                "concat(\"a\", 1) ~ a1",
                "replace(\"a-b-c\", \"-\", \"+\") ~ a+b+c",
                "trim(\"xxaxx\", \"x\") ~ a",
                "toupper(\"ab\") ~ AB",
                "strcontains(\"abc\", \"z\") ~ 0",
                "isempty(nothing) ~ 1",
                "coalesce(nothing, 4) ~ 4",
                "fromMillis(1795465800000) ~ 2026-11-23 20:30:00.000",
                "toMillis(@timestamp) ~ 1795465804000",
                "datefloor(@timestamp, 1h) ~ 2026-11-23 20:00:00.000",
                "dateceil(@timestamp, 1mo) ~ 2026-12-01 00:00:00.000",
                "datefloor(@timestamp, 1w) ~ 2026-11-23 00:00:00.000",
                "now() ~ 1795465800",
                "jsonParse(\"{\\\"a\\\":[1,{\\\"b\\\":2}]}\").a[1].b ~ 2",
                "isValidIpV4(\"10.0.0.1\") ~ 1",
                "isValidIpV4(\"10.0.0.256\") ~ 0",
                "isValidIp(\"::1\") ~ 1",
                "isIpv4InSubnet(\"10.1.2.3\", \"10.0.0.0/8\") ~ 1",
                "isIpv6InSubnet(\"fe80::1\", \"fe80::/10\") ~ 1",
                "isIpInSubnet(\"11.1.2.3\", \"10.0.0.0/8\") ~ 0",
                "`odd-name` + 1 ~ ''",
                "1 / 0 ~ ''",
            })
    void expressionsGiveWhatTheirFunctionsSay(String expression, String wanted) {
        assertEquals(wanted, single(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "feilds @message ~ 1 ~ is no command",
                "filter a = ~ 11 ~ the query ends",
                "fields a b ~ 10 ~ a new command starts with |",
                "filter a like b ~ 15 ~ text in quotes",
                "fields foo(1) ~ 8 ~ function foo does not exist",
                "fields strlen() ~ 8 ~ takes 1 arguments, not 0",
                "stats a by b ~ 7 ~ stats computes aggregates",
                "filter count(*) > 1 ~ 8 ~ belongs into stats",
                "anomaly ~ 1 ~ not supported here",
                "filter a in (fields b) ~ 13 ~ not supported here",
                "parse @message \"a*b*\" as x ~ 16 ~ each star needs one name",
                "filter @message like /(?=x)/ ~ 17 ~ Look-around",
                "filter @message like /(x/ ~ 17 ~ cannot be used",
                "filter @message like \"x ~ 22 ~ no closing",
                "fields 5x ~ 8 ~ neither a number nor a period",
                "fields é§ ~ 9 ~ has no meaning here",
            })
    void aMistakeIsNamedWhereItStands(String query, int column, String message) {
        QueryException e = assertThrows(QueryException.class, () -> InsightsQuery.of(query));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(column, e.column(), e.getMessage());
        assertEquals(1, e.line());
    }

    @Test
    void aMistakeOnALaterLineHasThatLine() {
        QueryException e = assertThrows(
                QueryException.class, () -> InsightsQuery.of("fields a # a comment | with a bar\n| filter ="));
        assertEquals(2, e.line());
        assertEquals(10, e.column());
    }

    @Test
    void linesThatLambdaWritesHaveTheirFields() {
        var log =
                ListedEvents.of("REPORT RequestId: 3f-1\tDuration: 12.5 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB"
                        + "\tMax Memory Used: 64 MB\tInit Duration: 101.2 ms\t");
        assertEquals(
                List.of("REPORT|3f-1|12.5|13|128000000|101.2"),
                rows("fields @type, @requestId, @duration, @billedDuration, @memorySize, @initDuration", log));
    }

    @Test
    void patternsJoinMessagesThatDifferInTheirVariableParts() {
        assertEquals(
                List.of("user <*> came|3|0.75", "bye|1|0.25"),
                rows("pattern @message", ListedEvents.of("user 1 came", "user 22 came", "bye", "user x3 came")));
    }
}

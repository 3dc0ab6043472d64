package dev.sluice.engine.bench.gateway;

import dev.sluice.engine.bench.gateway.Contender.Round;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Sluice and bare Vert.x in turns under {@code wrk -t1 -c32}, each in a JVM of its own on 127.0.0.1. Both end with this
 * process, however it ends.
 */
public final class GatewayComparison {
    private GatewayComparison() {}

    /** @param args number of rounds, seconds of each, seconds of warm-up; then options for Sluice's JVM */
    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        int warmUp = Integer.parseInt(args[2]);
        var heap = List.of("-Xmx512m", "-XX:+UseSerialGC");
        var sluiceJvm = new ArrayList<>(heap);
        sluiceJvm.addAll(List.of(args).subList(3, args.length));
        try (var sluice = Contender.start("Sluice", SluiceServer.class, sluiceJvm);
                var bare = Contender.start("bare Vert.x", BareServer.class, heap)) {
            requireSameAnswer(sluice.shape(), bare.shape());
            sluice.warmUp(warmUp);
            bare.warmUp(warmUp);
            for (int i = 0; i < rounds; i++) {
                sluice.measure(seconds);
                bare.measure(seconds);
            }
            print(sluice, bare);
        }
    }

    private static void requireSameAnswer(List<String> sluice, List<String> bare) {
        if (!sluice.equals(bare)) {
            throw new IllegalStateException("the answers differ\nSluice " + sluice + "\nbare   " + bare);
        }
    }

    private static void print(Contender sluice, Contender bare) {
        System.out.println("medians [min-max]");
        for (Contender contender : List.of(sluice, bare)) {
            System.out.printf(
                    "%-12s %s requests/s   %s us CPU/request%n",
                    contender.name(),
                    spread("%,.0f", contender.rounds(), Round::perSecond),
                    spread("%.1f", contender.rounds(), Round::cpuMicros));
        }
        System.out.printf(
                "Sluice / bare: %.2f requests/s, %.2f CPU/request%n",
                median(sluice.rounds(), Round::perSecond) / median(bare.rounds(), Round::perSecond),
                median(sluice.rounds(), Round::cpuMicros) / median(bare.rounds(), Round::cpuMicros));
    }

    private static String spread(String format, List<Round> rounds, ToDoubleFunction<Round> figure) {
        var all = rounds.stream().mapToDouble(figure).summaryStatistics();
        String three = format + " [" + format + "-" + format + "]";
        return String.format(three, median(rounds, figure), all.getMin(), all.getMax());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

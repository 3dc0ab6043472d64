package dev.sluice.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dependency rules of ARCHITECTURE.md, each with its reason. */
class ArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sluice.engine");

    private static final String ROOT = "dev.sluice.engine.";

    /** From the bottom up; what stands together may not know each other unless said so below. */
    private static final String[] PURE = {
        ROOT + "http..",
        ROOT + "definition..",
        ROOT + "journal..",
        ROOT + "execution..",
        ROOT + "backend..",
        ROOT + "traffic..",
        ROOT + "observation..",
        ROOT + "control.."
    };

    @Test
    void theRulesSeeTheWholeEngine() {
        assertTrue(ENGINE.size() > 150, "a rule over too few classes proves nothing: " + ENGINE.size());
    }

    @Test
    void configurationKnowsNothingOfRequests() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + "definition..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above("definition"))
                .because("a deployment or an undo step is just an old value of it"));
    }

    @Test
    void messagesKnowNothingOfTheGateway() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + "http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above("http"))
                .because("drivers and models speak HTTP without knowing an engine"));
    }

    @Test
    void theJournalKnowsNothingOfItsWritersAndReaders() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + "journal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above("journal"))
                .because("logs, traces and charts must not pull the execution in"));
    }

    @Test
    void executionKnowsNothingOfWhoWatchesOrDrives() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOT + "execution..", ROOT + "backend..", ROOT + "traffic..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "observation..",
                        ROOT + "control..",
                        ROOT + "driver..",
                        ROOT + "storage..",
                        ROOT + "aws..")
                .because("the same execution runs under every driver, watched or not"));
    }

    @Test
    void observationAndControlKnowNoDriver() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOT + "observation..", ROOT + "control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "driver..", ROOT + "storage..", ROOT + "aws..")
                .because("reading and changing work without sockets and files"));
    }

    @Test
    void theCoreNeverWaitsNorLooksAtAClock() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .because("it is told the time and the seed: live traffic, simulation and tests run the same code"));
    }

    @Test
    void theCoreOpensNoFileAndNoSocket() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.nio.channels..", "java.net.http..", "io.vertx..", "io.netty..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.(net\\.(.*Socket.*|URL|URLConnection|InetAddress)|io\\.(File.*|RandomAccessFile))")
                .because("input and output belong to drivers and storage"));
    }

    @Test
    void onlyDriversKnowTheHttpLibrary() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "driver.live..", ROOT + "driver.load..", ROOT + "driver.process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .because("the library can be replaced without touching the gateway"));
    }

    @Test
    void nothingInTheEngineKnowsAWindow() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "dev.sluice.app..")
                .because("the engine runs headless, in clusters and under the command line"));
    }

    @Test
    void stopsDoNotKnowEachOther() {
        var stops = List.of("FindStage", "FindMethod", "IdentifyApiKey", "ApplyLimits", "MapRequest", "MapResponse");
        for (String stop : stops) {
            check(noClasses()
                    .that()
                    .implement(ROOT + "execution.Stop")
                    .and()
                    .doNotHaveSimpleName(stop)
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleName(stop)
                    .because("the journey alone knows the order; a stop speaks through the exchange"));
        }
    }

    @Test
    void everyStopIsNamedInTheJourney() {
        check(classes()
                .that()
                .implement(ROOT + "execution.Stop")
                .should()
                .onlyBeAccessed()
                .byClassesThat()
                .haveFullyQualifiedName(ROOT + "execution.Journey")
                .orShould()
                .onlyBeAccessed()
                .byAnyPackage(ROOT + "execution..")
                .because("one file lists the stops of a request"));
    }

    @Test
    void partsOfTheEngineHaveNoCycles() {
        check(slices().matching("dev.sluice.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .because("arrows go down only"));
    }

    private static void check(ArchRule rule) {
        rule.check(ENGINE);
    }

    private static String[] above(String level) {
        var order =
                List.of("definition", "http", "journal", "execution", "backend", "traffic", "observation", "control");
        var above = new java.util.ArrayList<String>();
        for (String other : order.subList(order.indexOf(level) + 1, order.size())) {
            above.add(ROOT + other + "..");
        }
        above.add(ROOT + "driver..");
        above.add(ROOT + "storage..");
        above.add(ROOT + "aws..");
        return above.toArray(String[]::new);
    }
}

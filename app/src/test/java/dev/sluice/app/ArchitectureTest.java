package dev.sluice.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SLUICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sluice");

    @Test
    void theRulesSeeTheWholeProgram() {
        long app = SLUICE.stream()
                .filter(c -> c.getPackageName().startsWith("dev.sluice.app"))
                .count();
        assertTrue(app >= 80, "imported " + app + " classes of the app");
        assertTrue(SLUICE.size() - app >= 150, "imported " + (SLUICE.size() - app) + " classes of the engine");
    }

    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .resideInAPackage("dev.sluice.app..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.animation..")
                .because("what is shown is decided, and tested, without a toolkit")
                .check(SLUICE);
    }

    @Test
    void theCommandLineKnowsNoJavaFx() {
        noClasses()
                .that()
                .resideInAPackage("dev.sluice.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("sluice serve and check run where there is no window system")
                .allowEmptyShould(true)
                .check(SLUICE);
    }

    @Test
    void theEngineKnowsNeitherJavaFxNorTheApp() {
        noClasses()
                .that()
                .resideInAPackage("dev.sluice.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "dev.sluice.app..")
                .because("the engine is driven and watched from outside; it runs without a window")
                .check(SLUICE);
    }

    @Test
    void controlsKnowNoScreen() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.sluice.app.kit..", "dev.sluice.app.theme..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sluice.app.frame..",
                        "dev.sluice.app.start..",
                        "dev.sluice.app.design..",
                        "dev.sluice.app.console..",
                        "dev.sluice.app.load..")
                .because("a control shows the values it is given, on any screen")
                .check(SLUICE);
    }

    @Test
    void theFrameKnowsNoScreen() {
        noClasses()
                .that()
                .resideInAPackage("dev.sluice.app.frame..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.sluice.app.start..",
                        "dev.sluice.app.design..",
                        "dev.sluice.app.console..",
                        "dev.sluice.app.load..")
                .because("a screen is added by writing it and naming it in Workbench, nowhere else")
                .check(SLUICE);
    }

    @Test
    void thereIsOneAnimationTimer() {
        classes()
                .that()
                .areAssignableTo("javafx.animation.AnimationTimer")
                .and()
                .resideInAPackage("dev.sluice..")
                .should()
                .resideInAPackage("dev.sluice.app.frame")
                .because("screens are fed by FramePump, which keeps to 30 frames a second, and 5 in the background")
                .check(SLUICE);
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.sluice.app.(*)..")
                .should()
                .beFreeOfCycles()
                .because("arrows go one way: screens, frame, watch, kit, theme")
                .check(SLUICE);
    }
}

package dev.hotpix.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom: an application that knows nothing of Hotpix, and a race that knows nothing of Spring. */
class DemoArchitectureTest {

    private static final String DEMO = "dev.hotpix.demo";

    private final JavaClasses demo = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(DEMO);

    @Test
    void nothingKnowsTheAgent() {
        DescribedPredicate<JavaClass> hotpix = JavaClass.Predicates.resideInAPackage("dev.hotpix..")
                .and(JavaClass.Predicates.resideOutsideOfPackage(DEMO + ".."));
        noClasses().should().dependOnClassesThat(hotpix).check(demo);
    }

    @Test
    void theRaceOfTwoJvmsNeedsNothingButTheJdk() {
        classes().that().resideInAnyPackage(DEMO, DEMO + ".photo", DEMO + ".race", DEMO + ".workload")
                .should().onlyDependOnClassesThat().resideInAnyPackage(
                        "java..", "javax..", DEMO, DEMO + ".photo", DEMO + ".race", DEMO + ".workload").check(demo);
    }

    @Test
    void galleryAndLiveRaceKnowNothingOfTheWeb() {
        noClasses().that().resideInAnyPackage(DEMO + ".gallery", DEMO + ".live")
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "jakarta..", DEMO + ".web")
                .check(demo);
        noClasses().that().resideInAPackage(DEMO + ".gallery")
                .should().dependOnClassesThat().resideInAPackage(DEMO + ".live").check(demo);
    }
}

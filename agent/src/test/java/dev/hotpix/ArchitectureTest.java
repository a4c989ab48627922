package dev.hotpix;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the doors between them: every arrow that is not listed here is an error. */
class ArchitectureTest {

    private static final String ROOT = "dev.hotpix.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.hotpix");

    private static void mayDependOn(String room, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = ROOT + room + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = ROOT + others[i] + "..";
        }
        DescribedPredicate<JavaClass> elsewhere = resideInAPackage("dev.hotpix..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        noClasses().that().resideInAPackage(ROOT + room + "..").should().dependOnClassesThat(elsewhere)
                .because(room + " may use " + String.join(", ", others)).check(CLASSES);
    }

    @Test
    void everyRoomIsListed() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String name = type.getPackageName().substring(ROOT.length());
            rooms.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
        }
        assertEquals(new TreeSet<>(Set.of(
                "agent", "codec", "doctor", "instrument", "kernels", "measure", "premain", "publish", "redirect")),
                rooms);
    }

    @Test
    void arrowsPointOneWay() {
        // premain reaches agent by name only: it is loaded by another loader.
        mayDependOn("premain");
        mayDependOn("doctor", "agent", "codec", "kernels", "publish");
        mayDependOn("agent", "instrument", "redirect", "codec", "kernels", "measure", "publish");
        mayDependOn("instrument", "redirect", "measure");
        mayDependOn("redirect", "codec", "kernels", "measure");
        mayDependOn("publish", "measure");
        mayDependOn("measure");
        mayDependOn("codec");
        mayDependOn("kernels");
    }

    @Test
    void byteBuddyStaysInInstrument() {
        classes().that().resideOutsideOfPackage(ROOT + "instrument..").should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("net.bytebuddy..")))
                .check(CLASSES);
    }

    @Test
    void histogramsStayInMeasure() {
        // And in the outlet whose whole purpose is HdrHistogram's own log format.
        classes().that().resideOutsideOfPackages(ROOT + "measure..", ROOT + "publish.hdrlog..").should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("org.HdrHistogram..")))
                .check(CLASSES);
    }

    @Test
    void ownMetersStayAtTheScrapeEndpoint() {
        classes().that().resideOutsideOfPackage(ROOT + "publish.prometheus..").should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("io.prometheus..")))
                .check(CLASSES);
    }

    @Test
    void codecKnowsNoImagesAndNoAgents() {
        noClasses().that().resideInAPackage(ROOT + "codec..").should().dependOnClassesThat(
                resideInAnyPackage("java.awt..", "javax.imageio..", "java.lang.instrument..")).check(CLASSES);
    }

    @Test
    void nothingIsNamedAfterNothing() {
        noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper")
                .orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Impl").check(CLASSES);
    }

    @Test
    void noCycles() {
        SlicesRuleDefinition.slices().matching("dev.hotpix.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}

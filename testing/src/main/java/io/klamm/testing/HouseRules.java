package io.klamm.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The walls of one room, as a test: every room has a test class that extends this one and lives in the room's root package.
 *
 * <p>The poms say what a room may use; this says what no pom can: no cycles among packages, no banned imports, and a third-party library used
 * only in its home.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {

    private static final List<String> NAMES_THAT_SAY_NOTHING =
            List.of("util", "utils", "helper", "helpers", "common", "impl", "misc");

    private @Nullable JavaClasses classes;

    /** Rooms other than this one that the room may import, by last package part; a room's own packages are always allowed. */
    protected abstract List<String> allowedRooms();

    /** Package prefixes of third-party libraries whose home is this room. */
    protected List<String> homeOf() {
        return List.of();
    }

    private String room() {
        return getClass().getPackageName();
    }

    @BeforeAll
    void importRoom() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(room());
    }

    private JavaClasses classes() {
        return Objects.requireNonNull(classes);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(room() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes());
    }

    @Test
    void rooms_onlyThoseBelow() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("belong to a room that this one may not use", this::inForbiddenRoom))
                .check(classes());
    }

    @Test
    void libraries_onlyInTheirHome() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("belong to a library whose home is another room", this::inForeignLibrary))
                .check(classes());
    }

    @Test
    void imports_bannedOnes() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.util.logging..", "sun..", "javax.script..", "java.beans..")
                                .or(DescribedPredicate.describe(
                                        "are ObjectInputStream",
                                        javaClass -> javaClass.getName().equals("java.io.ObjectInputStream"))))
                .check(classes());
    }

    @Test
    void packages_haveNamesThatSaySomething() {
        noClasses()
                .should()
                .resideInAnyPackage(NAMES_THAT_SAY_NOTHING.stream()
                        .map(name -> ".." + name + "..")
                        .toArray(String[]::new))
                .check(classes());
    }

    private boolean inForbiddenRoom(JavaClass target) {
        String name = target.getPackageName();
        if (!name.startsWith("io.klamm.") || inPackage(name, room())) {
            return false;
        }
        return allowedRooms().stream().noneMatch(allowed -> inPackage(name, "io.klamm." + allowed));
    }

    private boolean inForeignLibrary(JavaClass target) {
        String name = target.getPackageName();
        return !name.startsWith("io.klamm")
                && LibraryHomes.homed(name)
                && homeOf().stream().noneMatch(prefix -> inPackage(name, prefix));
    }

    private static boolean inPackage(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}

package dev.promotion.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/** Holds the arrows between the modules; it stands here because only the examples see them all. */
@AnalyzeClasses(packages = "dev.promotion", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] AROUND_CORE = {
    "dev.promotion.yaml..",
    "dev.promotion.testkit..",
    "dev.promotion.git..",
    "dev.promotion.jdbc..",
    "dev.promotion.examples..",
    "dev.promotion.benchmarks.."
  };

  private static final DescribedPredicate<JavaClass> CORE =
      resideInAnyPackage("dev.promotion..")
          .and(resideOutsideOfPackages(AROUND_CORE))
          .as("classes of core");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.promotion.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule coreDependsOnTheJdkAndJspecifyOnly =
      classes()
          .that(are(CORE))
          .should()
          .onlyDependOnClassesThat(
              CORE.or(resideInAnyPackage("java..", "org.jspecify..")).as("core, JDK or JSpecify"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule coreReadsTheTimeInOneClassOnly =
      noClasses()
          .that(are(CORE))
          .and()
          .doNotHaveFullyQualifiedName("dev.promotion.port.SystemClock")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule yamlSeesNeitherTestkitNorAdapter =
      noClasses()
          .that()
          .resideInAPackage("dev.promotion.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.promotion.testkit..", "dev.promotion.git..", "dev.promotion.jdbc..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule testkitSeesNeitherYamlNorAdapter =
      noClasses()
          .that()
          .resideInAPackage("dev.promotion.testkit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.promotion.yaml..", "dev.promotion.git..", "dev.promotion.jdbc..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule adaptersSeeCoreOnly =
      noClasses()
          .that()
          .resideInAnyPackage("dev.promotion.git..", "dev.promotion.jdbc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.promotion.yaml..", "dev.promotion.testkit..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule adaptersDoNotSeeEachOther =
      slices()
          .matching("dev.promotion.(git|jdbc)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              ArchCondition.from(
                  DescribedPredicate.describe(
                      "be in a null-marked package",
                      type -> type.getPackage().isAnnotatedWith(NullMarked.class))));
}

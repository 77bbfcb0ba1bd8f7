package dev.promotion.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.promotion.port.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No port without a suite that holds its adapters to it, and none that nothing passes. */
class ContractsTest {

  private static final JavaClasses CLASSES =
      ArchConfiguration.withThreadLocalScope(
          configuration -> {
            // Nothing is asked of classes elsewhere, and looking for them takes seconds.
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter()
                .importPackages(
                    Clock.class.getPackageName(), RepositoryContract.class.getPackageName());
          });

  /** Interfaces of the package that are no port of their own, and why. */
  private static final Map<String, String> EXEMPT =
      Map.of(
          "Contents", "is given to a repository, whose suite gives right and wrong ones",
          "PreparedCommit", "is a value that a repository makes, and its suite looks at",
          "Repositories", "finds repositories; what it finds is held to a suite",
          "RepositoryCommits", "is a part of Repository, whose suite covers it",
          "RepositoryFiles", "is a part of Repository, whose suite covers it",
          "RepositoryHistory", "is a part of Repository, whose suite covers it");

  @Test
  void everyPortHasAContractSuite() {
    Set<String> without =
        CLASSES.stream()
            .filter(each -> each.getPackageName().equals(Clock.class.getPackageName()))
            .filter(each -> each.isInterface() && each.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getSimpleName)
            .filter(port -> suite(port).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(without).isEqualTo(EXEMPT.keySet());
  }

  @Test
  void everyContractSuiteIsPublicAndHasAnAdapterThatPassesIt() {
    List<JavaClass> suites =
        CLASSES.stream()
            .filter(each -> each.getSimpleName().endsWith("Contract"))
            .filter(each -> each.getModifiers().contains(JavaModifier.ABSTRACT))
            .toList();

    assertThat(suites).hasSizeGreaterThanOrEqualTo(5);
    assertThat(suites)
        .allSatisfy(
            suite -> {
              assertThat(suite.getModifiers()).contains(JavaModifier.PUBLIC);
              assertThat(suite.getAllSubclasses())
                  .as("tests that extend %s", suite.getSimpleName())
                  .isNotEmpty();
            });
  }

  private static Optional<JavaClass> suite(String port) {
    return CLASSES.stream()
        .filter(each -> each.getSimpleName().equals(port + "Contract"))
        .findFirst();
  }
}

package dev.promotion.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import org.eclipse.jgit.lib.RefUpdate;

/** What no class of the library may do, whatever it is given to read. */
@AnalyzeClasses(packages = "dev.promotion", importOptions = DoNotIncludeTests.class)
class SecurityRulesTest {

  /** All that is published: the examples use what they like. */
  private static final DescribedPredicate<JavaClass> LIBRARY =
      resideInAnyPackage("dev.promotion..")
          .and(not(resideInAnyPackage("dev.promotion.examples..", "dev.promotion.testkit..")))
          .as("classes of the library");

  private static final DescribedPredicate<JavaClass> CORE =
      LIBRARY
          .and(
              not(
                  resideInAnyPackage(
                      "dev.promotion.yaml..", "dev.promotion.git..", "dev.promotion.jdbc..")))
          .as("classes of core");

  @ArchTest
  static final ArchRule nothingReadsOrWritesSerializedObjects =
      noClasses()
          .that(LIBRARY)
          .should()
          .dependOnClassesThat(
              equivalentTo(ObjectInputStream.class)
                  .or(equivalentTo(ObjectOutputStream.class))
                  .as("Java serialization"));

  @ArchTest
  static final ArchRule nothingFindsClassesByName =
      noClasses()
          .that(LIBRARY)
          .should(
              callMethodWhere(
                  call(
                      "that finds a class or type by its name",
                      "java\\.lang\\.(Class\\.forName|ClassLoader\\..*|reflect\\.Proxy\\..*)"
                          + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.findClass"
                          + "|.*\\.(activateDefaultTyping|setDefaultTyping|polymorphicTypeValidator)")));

  @ArchTest
  static final ArchRule nothingParsesXml =
      noClasses()
          .that(LIBRARY)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "javax.xml..", "org.xml..", "org.w3c..", "com.ctc.wstx..", "..dataformat.xml.."));

  @ArchTest
  static final ArchRule nothingStartsAProcessOrAScript =
      noClasses()
          .that(LIBRARY)
          .should()
          .dependOnClassesThat(
              equivalentTo(ProcessBuilder.class)
                  .or(equivalentTo(Process.class))
                  .or(resideInAnyPackage("javax.script..", "javax.naming.."))
                  .or(nameMatching("org\\.eclipse\\.jgit\\.util\\.(FS|ProcessResult|.*Hook).*"))
                  .as("processes, scripts, naming services or hooks"))
          .orShould()
          .callMethod(Runtime.class, "exec", String.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class)
          .orShould()
          .callMethod(Runtime.class, "exec", String.class, String[].class);

  @ArchTest
  static final ArchRule gitIsNeverCheckedOutNorConfiguredByARepository =
      noClasses()
          .that(LIBRARY)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.eclipse.jgit.api..",
                      "org.eclipse.jgit.dircache..",
                      "org.eclipse.jgit.hooks..",
                      "org.eclipse.jgit.ignore..",
                      "org.eclipse.jgit.lfs..",
                      "org.eclipse.jgit.merge..",
                      "org.eclipse.jgit.submodule..")
                  .or(
                      nameMatching(
                          "org\\.eclipse\\.jgit\\.(internal\\.storage\\.file\\.FileRepository"
                              + "|storage\\.file\\.(FileBasedConfig|FileRepositoryBuilder)"
                              + "|attributes\\.(AttributesHandler|Filter.*)|lib\\.(RepositoryBuilder|UserConfig)"
                              + "|treewalk\\.(FileTreeIterator|WorkingTreeIterator)).*"))
                  .as("work trees, filters, hooks or the configuration of a repository"));

  @ArchTest
  static final ArchRule noReferenceIsForcedOrDeleted =
      noClasses()
          .that(LIBRARY)
          .should()
          .callMethod(RefUpdate.class, "forceUpdate")
          .orShould()
          .callMethod(RefUpdate.class, "setForceUpdate", boolean.class)
          .orShould()
          .callMethod(RefUpdate.class, "delete")
          .orShould(
              callMethodWhere(
                  call(
                      "that forces or deletes",
                      "org\\.eclipse\\.jgit\\..*\\.(setForceUpdate|forceUpdate|setForceRefUpdates"
                          + "|setRemoveDeletedRefs|setPushAll)")));

  @ArchTest
  static final ArchRule theCheckOfCertificatesIsNeverReplaced =
      noClasses()
          .that(LIBRARY)
          .should()
          .dependOnClassesThat(
              nameMatching(
                  "javax\\.net\\.ssl\\.(SSLContext|X?509?TrustManager.*|HostnameVerifier"
                      + "|TrustManager.*)|java\\.security\\.cert\\.(?!\\w*Exception).*"))
          .orShould(
              callMethodWhere(
                  call("that trusts anybody", ".*\\.(setHostnameVerifier|setSslVerify)")));

  @ArchTest
  static final ArchRule coreReachesNoNetworkFileProcessOrEnvironment =
      noClasses()
          .that(CORE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net..", "java.nio.file..", "java.nio.channels..", "java.rmi..")
                  .and(not(equivalentTo(URI.class)))
                  .and(not(equivalentTo(URISyntaxException.class)))
                  .or(nameMatching("java\\.io\\.(File|RandomAccessFile|Console).*"))
                  .as("network, files or console"))
          .orShould(
              callMethodWhere(
                  call(
                      "that reads the environment of the process",
                      "java\\.lang\\.(System\\.(getenv|getProperty|getProperties|setProperty|load.*"
                          + "|exit)|Runtime\\..*)|java\\.net\\.InetAddress\\..*")));

  @ArchTest
  static final ArchRule coreDrawsRandomNumbersInOneClassOnly =
      noClasses()
          .that(CORE)
          .and()
          .doNotHaveFullyQualifiedName("dev.promotion.port.RandomReleaseIds")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould(
              callMethodWhere(
                  call(
                      "that draws random numbers",
                      "java\\.(lang\\.Math\\.random|util\\.UUID\\.randomUUID"
                          + "|util\\.concurrent\\.ThreadLocalRandom\\..*)")));

  @ArchTest
  static final ArchRule threadsAreStartedByTheDriverOnly =
      noClasses()
          .that(LIBRARY)
          .and()
          .doNotHaveFullyQualifiedName("dev.promotion.promoter.ReleaseDriver")
          .should()
          .callConstructor(Thread.class, Runnable.class, String.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class)
          .orShould()
          .dependOnClassesThat(
              equivalentTo(Executors.class)
                  .or(nameMatching("java\\.util\\.(Timer|concurrent\\..*(ThreadPool|ForkJoin).*)"))
                  .as("pools of threads"));

  @ArchTest
  static final ArchRule textIsFormattedTheSameWayEverywhere =
      noClasses()
          .that(LIBRARY)
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(Locale.class, "setDefault", Locale.class);

  /** A call of a method whose class and name match. */
  private static DescribedPredicate<JavaMethodCall> call(String description, String pattern) {
    return DescribedPredicate.describe(
        "a method " + description,
        call -> (call.getTargetOwner().getName() + "." + call.getName()).matches(pattern));
  }
}

package dev.registrynotifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;

/** The arrows of the drawing in README: data flows one way. */
@AnalyzeClasses(packages = "dev.registrynotifications", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "dev.registrynotifications";

  @ArchTest
  static final ArchRule roomsDependAlongTheArrowsOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage(BASE + "..")
          .layer("root")
          .definedBy(BASE)
          .layer("decorate")
          .definedBy(BASE + ".decorate")
          .layer("observe")
          .definedBy(BASE + ".observe")
          .layer("observe.exchange")
          .definedBy(BASE + ".observe.exchange")
          .layer("servlet")
          .definedBy(BASE + ".servlet..")
          .layer("bridge")
          .definedBy(BASE + ".bridge")
          .layer("bus")
          .definedBy(BASE + ".bus")
          .layer("broadcast")
          .definedBy(BASE + ".broadcast")
          .layer("endpoint")
          .definedBy(BASE + ".endpoint")
          .layer("endpoint.lane")
          .definedBy(BASE + ".endpoint.lane")
          .layer("endpoint.attempt")
          .definedBy(BASE + ".endpoint.attempt")
          .layer("endpoint.guard")
          .definedBy(BASE + ".endpoint.guard")
          .layer("endpoint.http")
          .definedBy(BASE + ".endpoint.http")
          .layer("endpoint.send")
          .definedBy(BASE + ".endpoint.send")
          .layer("journal")
          .definedBy(BASE + ".journal")
          .layer("journal.cursor")
          .definedBy(BASE + ".journal.cursor")
          .layer("journal.file")
          .definedBy(BASE + ".journal.file")
          .layer("journal.letters")
          .definedBy(BASE + ".journal.letters")
          .layer("journal.segment")
          .definedBy(BASE + ".journal.segment")
          .layer("wire")
          .definedBy(BASE + ".wire")
          .layer("reload")
          .definedBy(BASE + ".reload")
          .layer("reload.source")
          .definedBy(BASE + ".reload.source")
          .layer("reload.watch")
          .definedBy(BASE + ".reload.watch")
          .layer("measure")
          .definedBy(BASE + ".measure")
          .layer("metrics")
          .definedBy(BASE + ".metrics")
          .layer("config")
          .definedBy(BASE + ".config")
          .layer("config.reader")
          .definedBy(BASE + ".config.reader")
          .layer("config.writer")
          .definedBy(BASE + ".config.writer")
          .layer("config.pem")
          .definedBy(BASE + ".config.pem")
          .layer("config.yaml")
          .definedBy(BASE + ".config.yaml")
          .layer("cli")
          .definedBy(BASE + ".cli..")
          .layer("journal.verify")
          .definedBy(BASE + ".journal.verify")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("journal.verify")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("servlet")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("root")
          .mayOnlyBeAccessedByLayers("servlet")
          .whereLayer("reload")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("reload.source")
          .mayOnlyBeAccessedByLayers("root", "servlet", "reload")
          .whereLayer("reload.watch")
          .mayOnlyBeAccessedByLayers("reload")
          .whereLayer("decorate")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("observe")
          .mayOnlyBeAccessedByLayers("servlet")
          .whereLayer("observe.exchange")
          .mayOnlyBeAccessedByLayers("observe")
          .whereLayer("bridge")
          .mayOnlyBeAccessedByLayers("root", "decorate", "observe", "servlet")
          .whereLayer("bus")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("broadcast")
          .mayOnlyBeAccessedByLayers("root", "reload")
          .whereLayer("endpoint")
          .mayOnlyBeAccessedByLayers("root", "broadcast", "reload")
          .whereLayer("endpoint.lane")
          .mayOnlyBeAccessedByLayers("endpoint")
          .whereLayer("endpoint.send")
          .mayOnlyBeAccessedByLayers("endpoint")
          .whereLayer("endpoint.http")
          .mayOnlyBeAccessedByLayers("endpoint.send")
          .whereLayer("endpoint.guard")
          .mayOnlyBeAccessedByLayers("endpoint.send", "endpoint.http")
          .whereLayer("endpoint.attempt")
          .mayOnlyBeAccessedByLayers("endpoint", "endpoint.lane", "endpoint.send", "endpoint.http")
          .whereLayer("journal")
          .mayOnlyBeAccessedByLayers(
              "root",
              "broadcast",
              "endpoint",
              "endpoint.lane",
              "metrics",
              "reload",
              "journal.cursor",
              "journal.file",
              "journal.letters",
              "journal.segment")
          .whereLayer("journal.file")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("journal.cursor")
          .mayOnlyBeAccessedByLayers("journal.file", "journal.verify")
          .whereLayer("journal.letters")
          .mayOnlyBeAccessedByLayers("journal.file")
          .whereLayer("journal.segment")
          .mayOnlyBeAccessedByLayers(
              "journal.file", "journal.cursor", "journal.letters", "journal.verify")
          .whereLayer("wire")
          .mayOnlyBeAccessedByLayers("broadcast", "endpoint", "observe")
          .whereLayer("measure")
          .mayOnlyBeAccessedByLayers(
              "journal", "journal.file", "journal.segment", "metrics", "endpoint")
          .whereLayer("metrics")
          .mayOnlyBeAccessedByLayers("root", "broadcast", "endpoint", "endpoint.send", "reload")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers(
              "cli",
              "root",
              "servlet",
              "reload",
              "reload.source",
              "config.reader",
              "config.writer",
              "config.yaml",
              "endpoint",
              "endpoint.guard",
              "endpoint.http",
              "endpoint.lane",
              "endpoint.send")
          .whereLayer("config.reader")
          .mayOnlyBeAccessedByLayers("cli", "reload.source")
          .whereLayer("config.writer")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("config.pem")
          .mayOnlyBeAccessedByLayers("config.reader")
          .whereLayer("config.yaml")
          .mayOnlyBeAccessedByLayers("config.reader", "config.writer");

  @ArchTest
  static final ArchRule jacksonStaysWhereEventsAndAnswersAreWritten =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + ".wire", BASE + ".cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest static final ArchRule picocliStaysInItsRoom = onlyIn(".cli..", "picocli..");

  @ArchTest static final ArchRule yamlStaysInItsRoom = onlyIn(".config.yaml", "org.yaml..");

  @ArchTest
  static final ArchRule eventBusStaysInBusAndBroadcast =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + ".bus", BASE + ".broadcast")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.common.eventbus");

  @ArchTest
  static final ArchRule httpStaysWithThoseWhoSend =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              BASE + ".endpoint.http",
              BASE + ".endpoint.send",
              BASE + ".config.reader",
              BASE + ".observe")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http");

  @ArchTest
  static final ArchRule servletsStayWithTheirContainer =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + ".observe", BASE + ".servlet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..");

  @ArchTest
  static final ArchRule springStaysInItsRoom = onlyIn(".servlet.spring", "org.springframework..");

  @ArchTest
  static final ArchRule timeAndChanceComeFromOutside =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callConstructor(Random.class);

  @ArchTest
  static final ArchRule classesAreFinal =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .resideOutsideOfPackages(
              BASE + ".registry", BASE + ".event", BASE + ".plugin", BASE + ".management")
          .should()
          .haveModifier(JavaModifier.FINAL);

  private static ArchRule onlyIn(String room, String packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(BASE + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages);
  }
}

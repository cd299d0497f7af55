package dev.registrynotifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ApiDependenciesTest.class, importOptions = DoNotIncludeTests.class)
class ApiDependenciesTest {

  @ArchTest
  static final ArchRule speaksJdkTypesOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "javax.management",
              "org.jspecify.annotations",
              "dev.registrynotifications..");

  /** So that servers with a trimmed JDK can have it. */
  @ArchTest
  static final ArchRule needsNoDesktop =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "java.beans..", "java.applet..");

  @ArchTest
  static final ArchRule packagesDependInOneDirection =
      slices().matching("dev.registrynotifications.(*)").should().beFreeOfCycles();
}

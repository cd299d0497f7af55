package dev.registrynotifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
          .resideInAnyPackage("java..", "org.jspecify.annotations", "dev.registrynotifications..");

  @ArchTest
  static final ArchRule packagesDependInOneDirection =
      slices().matching("dev.registrynotifications.(*)").should().beFreeOfCycles();
}

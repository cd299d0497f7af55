package dev.registrynotifications.peers;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether the tests annotated with {@link RequiresProgram} can run here. */
final class RequiresProgramCondition implements ExecutionCondition {

  private static final String REQUIRE_PEERS = "REQUIRE_PEERS";

  private final String path;
  private final boolean required;
  private final PrintStream out;

  /** For JUnit: asks this machine. */
  RequiresProgramCondition() {
    this(
        Objects.requireNonNullElse(System.getenv("PATH"), ""),
        "1".equals(System.getProperty(REQUIRE_PEERS, System.getenv(REQUIRE_PEERS))),
        System.out);
  }

  RequiresProgramCondition(String path, boolean required, PrintStream out) {
    this.path = path;
    this.required = required;
    this.out = out;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return findAnnotation(context.getElement(), RequiresProgram.class)
        .map(annotation -> decide(context.getDisplayName(), annotation.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("needs no program"));
  }

  ConditionEvaluationResult decide(String test, Program... programs) {
    Optional<Program> missing =
        Arrays.stream(programs).filter(program -> program.in(path).isEmpty()).findFirst();
    return missing
        .map(program -> without(program, test))
        .orElseGet(() -> ConditionEvaluationResult.enabled("has all programs"));
  }

  private ConditionEvaluationResult without(Program program, String test) {
    String missing =
        "%s: no %s on the PATH (Debian package %s)"
            .formatted(test, program.command(), program.debianPackage());
    if (required) {
      throw new IllegalStateException("Could not run " + missing + ", and REQUIRE_PEERS=1");
    }
    out.println("Skipped " + missing);
    return ConditionEvaluationResult.disabled(missing);
  }
}

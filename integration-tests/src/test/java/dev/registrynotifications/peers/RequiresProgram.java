package dev.registrynotifications.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests only where the programs are on the {@code PATH}. Elsewhere they are skipped with a
 * line on standard output that says what is missing; with {@code REQUIRE_PEERS=1}, as a system
 * property or in the environment, they fail instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresProgramCondition.class)
public @interface RequiresProgram {

  /** What the tests run. */
  Program[] value();
}

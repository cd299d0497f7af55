package dev.registrynotifications.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {

  private final Cleanup cleanup = new Cleanup();
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesLastOpenedFirstAndOnlyOnce() {
    cleanup.add(() -> closed.add("directory"));
    cleanup.add(() -> closed.add("registry"));

    cleanup.run();
    cleanup.run();

    assertThat(closed).containsExactly("registry", "directory");
  }

  @Test
  void closesTheRestWhenOneFails() {
    cleanup.add(() -> closed.add("directory"));
    cleanup.add(
        () -> {
          throw new DemoException("Could not stop the registry");
        });

    assertThatThrownBy(cleanup::run).isInstanceOf(DemoException.class);

    assertThat(closed).containsExactly("directory");
  }

  @Test
  void closesAtOnceWhatComesTooLate() {
    cleanup.run();

    cleanup.add(() -> closed.add("registry"));

    assertThat(closed).containsExactly("registry");
  }
}

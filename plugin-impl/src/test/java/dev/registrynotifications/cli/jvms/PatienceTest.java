package dev.registrynotifications.cli.jvms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A JVM that hangs doesn't make a command hang. */
class PatienceTest {

  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void letItEnd() {
    end.countDown();
  }

  @Test
  void givesUpWhatDoesNotReturn() {
    Patience none = new Patience(Duration.ZERO);

    assertThatThrownBy(() -> none.call(this::hang))
        .isInstanceOf(SilentJvmException.class)
        .hasMessage("it doesn't answer");
  }

  @Test
  void passesOnWhatIsAnsweredAndWhatFails() throws IOException {
    Patience much = new Patience(Duration.ofHours(1));

    assertThat(much.call(() -> "yes")).isEqualTo("yes");
    assertThatThrownBy(() -> much.call(() -> fail(new IOException("refused"))))
        .isInstanceOf(IOException.class)
        .hasMessage("refused");
    assertThatThrownBy(() -> much.call(() -> fail(new SecurityException("not allowed"))))
        .isInstanceOf(SecurityException.class);
  }

  private boolean hang() throws InterruptedException {
    end.await();
    return true;
  }

  private static boolean fail(Exception e) throws Exception {
    throw e;
  }
}

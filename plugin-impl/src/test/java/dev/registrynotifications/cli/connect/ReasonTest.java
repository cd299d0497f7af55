package dev.registrynotifications.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.rmi.UnmarshalException;
import org.junit.jupiter.api.Test;

/** An operator is told why, whatever the layers of RMI know. */
class ReasonTest {

  @Test
  void isTheInnermostOne() {
    Exception failure =
        new IOException("Failed to retrieve stub", new ConnectException("Connection refused"));

    assertThat(Reason.of(failure)).isEqualTo("Connection refused");
  }

  @Test
  void isTheOneAroundAnExceptionThatSaysNothing() {
    Exception failure = new UnmarshalException("Error unmarshaling return", new EOFException());

    assertThat(Reason.of(failure)).isEqualTo("Error unmarshaling return");
  }

  @Test
  void isTheNameOfAnExceptionIfNoneSaysAnything() {
    assertThat(Reason.of(new EOFException())).isEqualTo("EOFException");
  }
}

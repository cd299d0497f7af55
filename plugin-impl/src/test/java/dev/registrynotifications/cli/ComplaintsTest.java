package dev.registrynotifications.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cli.text.Terminal;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.SocketTimeoutException;
import java.rmi.ConnectException;
import java.rmi.UnmarshalException;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong is said in a line. */
class ComplaintsTest {

  private final Printed printed = new Printed();
  private final Terminal terminal = printed.terminal();

  @Test
  void passesOnWhatAnOperationSays() {
    int code = Complaints.of(new IllegalStateException("nothing is pending"), terminal);

    assertThat(code).isEqualTo(1);
    assertThat(said()).isEqualTo("nothing is pending");
  }

  @Test
  void namesWhatHasNothingToSay() {
    int code = Complaints.of(new UnsupportedOperationException(), terminal);

    assertThat(code).isEqualTo(1);
    assertThat(said()).isEqualTo("java.lang.UnsupportedOperationException");
  }

  @Test
  void saysThatARegistryEndedMeanwhile() {
    IOException lost = new ConnectException("Connection refused");

    int code = Complaints.of(new UndeclaredThrowableException(lost), terminal);

    assertThat(code).isEqualTo(3);
    assertThat(said()).isEqualTo("The connection was lost: Connection refused");
  }

  @Test
  void saysInOneLineThatARegistryDoesNotAnswer() {
    IOException silent =
        new UnmarshalException(
            "Error unmarshaling return header", new SocketTimeoutException("Read timed out"));

    int code = Complaints.of(new UndeclaredThrowableException(silent), terminal);

    assertThat(code).isEqualTo(3);
    assertThat(said())
        .isEqualTo("The registry didn't answer in time; what it was asked to do may still be done");
  }

  @Test
  void saysThatThePluginWasStoppedMeanwhile() {
    Exception gone = new InstanceNotFoundException("dev.registrynotifications:type=Journal");

    int code = Complaints.of(new UndeclaredThrowableException(gone), terminal);

    assertThat(code).isEqualTo(3);
    assertThat(said()).isEqualTo("The plugin isn't there any more");
  }

  @Test
  void saysWhatAnOlderPluginDoesNotHave() {
    Exception missing = new AttributeNotFoundException("No such attribute: Replayed");

    int code = Complaints.of(new UndeclaredThrowableException(missing), terminal);

    assertThat(code).isEqualTo(1);
    assertThat(said()).isEqualTo("No such attribute: Replayed");
  }

  @Test
  void saysWhatAStrippedJavaLacks() {
    int code = Complaints.of(new NoClassDefFoundError("java/net/http/HttpRequest"), terminal);

    assertThat(code).isEqualTo(1);
    assertThat(said()).isEqualTo("This Java lacks java.net.http.HttpRequest; use a whole one");
  }

  private String said() {
    return String.join("\n", printed.err());
  }
}

package dev.registrynotifications.cli.connect;

import java.net.MalformedURLException;
import javax.management.remote.JMXServiceURL;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --url}. Most have nothing but a host and a port, as a JVM's options do. */
final class JmxAddress implements ITypeConverter<JMXServiceURL> {

  private static final String WHOLE = "service:jmx:";
  private static final String HOST_AND_PORT = "(?:\\[[0-9A-Fa-f:.]+]|[^\\[\\]:/\\s]+):\\d{1,5}";

  @Override
  public JMXServiceURL convert(String text) {
    boolean isWhole = text.startsWith(WHOLE);
    if (!isWhole && !text.matches(HOST_AND_PORT)) {
      throw new TypeConversionException(
          "\"" + text + "\" is neither HOST:PORT nor a URL that begins with " + WHOLE);
    }
    try {
      return new JMXServiceURL(
          isWhole ? text : "service:jmx:rmi:///jndi/rmi://" + text + "/jmxrmi");
    } catch (MalformedURLException e) {
      throw new TypeConversionException("\"" + text + "\" is no URL: " + e.getMessage());
    }
  }
}

package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Safety;
import dev.registrynotifications.config.yaml.MappingReader;
import java.nio.file.Path;

/** Reads how requests get to an endpoint, and where they may go at all. */
final class TransportReader {

  private final TlsReader tls;
  private final ProxyReader proxies;

  TransportReader(Path directory, SmallFiles files, Interpolation interpolation) {
    this.tls = new TlsReader(directory, files);
    this.proxies = new ProxyReader(interpolation);
  }

  TransportConfig read(MappingReader reader) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    return new TransportConfig(
        reader.duration("timeout", byDefault.timeout()),
        tls.read(reader.mapping("tls")),
        proxies.read(reader),
        safety(reader));
  }

  private static Safety safety(MappingReader reader) {
    return new Safety(
        reader.bool("requireHttps", false),
        reader.globs("allowedHosts"),
        reader.oneOf("private", PrivateAddresses.ALLOW) == PrivateAddresses.DENY);
  }

  /** Whether requests may go to loopback, link-local and private addresses. */
  private enum PrivateAddresses {
    ALLOW,
    DENY
  }
}

package dev.registrynotifications.config.writer;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Proxy;
import dev.registrynotifications.config.TransportConfig.Safety;
import dev.registrynotifications.config.yaml.ByteSize;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of {@code endpoints}, with its keys in the order of the README. */
final class EndpointText {

  private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();

  private EndpointText() {}

  static Map<String, @Nullable Object> of(EndpointConfig config) {
    EndpointText text = new EndpointText();
    text.put(config);
    return text.keys;
  }

  private void put(EndpointConfig config) {
    keys.put("name", config.name());
    keys.put("url", config.displayUrl());
    keys.put("headers", Masks.headers(config.headers()));
    keys.put("secrets", Masks.secrets(config.signing()));
    keys.put("hexSignature", config.signing().hexSignature());
    keys.put("mediaType", Notation.word(config.format()));
    keys.put("timeout", Notation.duration(config.transport().timeout()));
    keys.put("tls", tls(config.transport().tls()));
    put(config.retry());
    keys.put("concurrency", config.concurrency());
    keys.put("batch", config.batch().equals(BatchConfig.SINGLE) ? null : batch(config.batch()));
    put(config.filter());
    put(config.transport());
    keys.put("startFrom", Notation.word(config.startFrom()));
  }

  private static Map<String, @Nullable Object> tls(TlsConfig config) {
    Map<String, @Nullable Object> tls = new LinkedHashMap<>();
    tls.put("ca", Masks.authorities(config));
    tls.put("certificate", Masks.certificate(config));
    tls.put("key", Masks.key(config));
    tls.put("minVersion", config.minimumVersion().number());
    tls.put("skipVerify", config.skipVerify());
    return tls;
  }

  private void put(RetryConfig retry) {
    keys.put("threshold", retry.threshold());
    keys.put("backoff", Notation.duration(retry.backoff()));
    keys.put("multiplier", Notation.number(retry.multiplier()));
    keys.put("maxBackoff", Notation.duration(retry.maxBackoff()));
    keys.put("rejectAfter", retry.rejectAfter());
    keys.put("maxAttempts", retry.maxAttempts().orElse(null));
    keys.put("giveUpAfter", retry.giveUpAfter().map(Notation::duration).orElse(null));
  }

  private static Map<String, @Nullable Object> batch(BatchConfig config) {
    Map<String, @Nullable Object> batch = new LinkedHashMap<>();
    batch.put("maxEvents", config.maxEvents());
    batch.put("maxBytes", ByteSize.text(config.maxBytes()));
    batch.put("linger", Notation.duration(config.linger()));
    return batch;
  }

  private void put(FilterConfig filter) {
    keys.put("include", selection(filter.include()));
    keys.put("ignore", selection(filter.ignore()));
    keys.put("pulls", filter.headPulls() ? "all" : "get");
  }

  private static Map<String, @Nullable Object> selection(Selection config) {
    Map<String, @Nullable Object> selection = new LinkedHashMap<>();
    selection.put("actions", Notation.sorted(config.actions()));
    selection.put("mediatypes", Notation.sorted(config.mediaTypes()));
    selection.put("repositories", Notation.globs(config.repositories()));
    selection.put("tags", Notation.globs(config.tags()));
    return selection;
  }

  private void put(TransportConfig transport) {
    Safety safety = transport.safety();
    keys.put("proxy", proxy(transport.proxy()));
    keys.put("requireHttps", safety.requireHttps());
    keys.put("allowedHosts", Notation.globs(safety.allowedHosts()));
    keys.put("private", safety.denyPrivate() ? "deny" : "allow");
  }

  private static @Nullable String proxy(Proxy proxy) {
    if (proxy instanceof Proxy.OfJvm) {
      return null;
    }
    return proxy instanceof Proxy.At at ? at.toString() : "none";
  }
}

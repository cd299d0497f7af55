package dev.registrynotifications.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.registrynotifications.journal.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what JMX has is compared with what JMX has. */
class JmxTableTest {

  private static final Path TABLE = Path.of("src/main/docs/jmx.md");
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+) \\|");

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();
  private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);

  @ParameterizedTest
  @ValueSource(strings = {"Notifications", "Endpoint,name=\"ci\"", "Journal"})
  void describesWhatIsThere(String keys) throws IOException, JMException {
    register();

    String name = "dev.registrynotifications:type=" + keys;
    MBeanInfo bean = server.getMBeanInfo(new ObjectName(name));

    assertThat(rows(name)).isEqualTo(members(bean));
    assertThat(Files.readString(TABLE)).contains("## `" + name + "`\n\n" + bean.getDescription());
  }

  private void register() {
    NodeStats stats = new NodeStats(Ticker.systemTicker());
    JmxRegistrar registrar = new JmxRegistrar(server, "run-1", clock);
    registrar.registerNotifications("1", Instant.EPOCH, new FakeConfiguration(), stats);
    registrar.registerJournal(EventLog.inMemory(1000, clock), stats);
    registrar.registerEndpoint("ci", () -> "", new EndpointStats(), new FakeOperations());
  }

  /** What the table has, by name, but for notifications, which the beans don't describe. */
  private static Map<String, String> rows(String bean) throws IOException {
    String section = Files.readString(TABLE).split("## `" + Pattern.quote(bean) + "`", 2)[1];
    Map<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(section.split("\n## ", 2)[0]);
    while (row.find()) {
      boolean notification = row.group(1).startsWith("dev.");
      rows.put(row.group(1), notification ? "" : row.group(2));
    }
    return rows;
  }

  private static Map<String, String> members(MBeanInfo bean) {
    Map<String, String> members = new TreeMap<>();
    Arrays.stream(bean.getAttributes()).forEach(a -> members.put(a.getName(), a.getDescription()));
    for (MBeanOperationInfo operation : bean.getOperations()) {
      members.put(operation.getName() + parameters(operation), operation.getDescription());
    }
    members.putAll(
        Arrays.stream(bean.getNotifications())
            .flatMap(notification -> Arrays.stream(notification.getNotifTypes()))
            .collect(Collectors.toMap(type -> type, type -> "")));
    return members;
  }

  private static String parameters(MBeanOperationInfo operation) {
    return Arrays.stream(operation.getSignature())
        .map(MBeanParameterInfo::getName)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}

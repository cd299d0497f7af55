package dev.registrynotifications.endpoint.sockets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What endpoints leave behind: threads of theirs and of their HTTP clients, and sockets, as far as
 * they weren't there before. A client of JDK 17 ends when the garbage collector finds that nobody
 * refers to it, and it notices that within three seconds.
 *
 * <p>Sockets are seen where the operating system lists them (Linux), because no server can tell
 * whether a client has closed what the server has reset.
 */
final class Leftovers {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Pattern OURS = Pattern.compile("HttpClient-\\d+-SelectorManager|notify-.*");

  private final Set<Thread> threadsBefore;
  private final Set<String> socketsBefore;

  private Leftovers(Set<Thread> threadsBefore, Set<String> socketsBefore) {
    this.threadsBefore = threadsBefore;
    this.socketsBefore = socketsBefore;
  }

  /** Of what begins from now on. */
  static Leftovers fromNowOn() throws IOException {
    openWhatTheJvmKeeps();
    return new Leftovers(threads(), sockets());
  }

  /** With the first socket the JVM opens one that it never closes again. */
  private static void openWhatTheJvmKeeps() throws IOException {
    new ServerSocket(0).close();
    SocketChannel.open().close();
    Selector.open().close();
  }

  Set<Thread> newThreads() {
    return newOnes(threads(), threadsBefore);
  }

  Set<String> newSockets() {
    return newOnes(sockets(), socketsBefore);
  }

  private static <T> Set<T> newOnes(Set<T> now, Set<T> before) {
    Set<T> more = new HashSet<>(now);
    more.removeAll(before);
    return more;
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> OURS.matcher(thread.getName()).matches())
        .collect(Collectors.toSet());
  }

  private static Set<String> sockets() {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return Set.of();
    }
    try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
      return descriptors
          .map(Leftovers::target)
          .filter(target -> target.startsWith("socket:"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Could not list what is open", e);
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      // Closed since it was listed.
      return "";
    }
  }
}

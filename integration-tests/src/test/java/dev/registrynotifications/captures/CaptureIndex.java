package dev.registrynotifications.captures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** The captured webhooks and the index that says what they belong to. */
final class CaptureIndex {

  private final String directory;
  private final List<Line> lines;

  /** Reads the index of a directory below {@code captures}. */
  CaptureIndex(String directory) {
    this.directory = "/captures/" + directory + "/";
    this.lines = read("index.tsv").lines().skip(1).map(CaptureIndex::line).toList();
  }

  /** The names of all cases, in the order of the captures. */
  List<String> names() {
    return lines.stream().map(Line::name).toList();
  }

  /** What the original answered and posted. */
  Outcome outcomeOf(String name) {
    Line line = lineOf(name);
    return Outcome.of(line.statuses(), webhooks(line));
  }

  /** A header of the POST that carried the only event of a case. */
  String headerOf(String name, String header) {
    String prefix = header + ": ";
    return read(lineOf(name).fileName() + ".headers.txt")
        .lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Could not find the header " + header));
  }

  private Line lineOf(String name) {
    return lines.stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Could not find the case " + name));
  }

  private List<WebhookBody> webhooks(Line line) {
    return IntStream.rangeClosed(1, line.events())
        .mapToObj(n -> line.fileName() + (line.events() == 1 ? ".json" : "." + n + ".json"))
        .map(this::read)
        .map(WebhookBody::new)
        .toList();
  }

  private static Line line(String text) {
    String[] columns = text.split("\t", -1);
    return new Line(
        Integer.parseInt(columns[0]), columns[1], columns[2], Integer.parseInt(columns[3]));
  }

  private String read(String file) {
    try (InputStream in = CaptureIndex.class.getResourceAsStream(directory + file)) {
      if (in == null) {
        throw new AssertionError("Could not find " + directory + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + file + ": " + e.getMessage(), e);
    }
  }

  private record Line(int number, String name, String statuses, int events) {

    String fileName() {
      return "%02d-%s".formatted(number, name);
    }
  }
}

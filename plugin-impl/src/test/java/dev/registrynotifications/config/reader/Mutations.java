package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** Does to a configuration file what people, programs and disks do to one. */
final class Mutations {

  private static final List<Mutation> KINDS =
      List.of(
          new Mutation("delete a line", lines(LineMutations::delete)),
          new Mutation("repeat a line", lines(LineMutations::repeat)),
          new Mutation("swap two lines", lines(LineMutations::swap)),
          new Mutation("indent a line", lines(LineMutations::indent)),
          new Mutation("rename a key", lines(LineMutations::rename)),
          new Mutation("give a key another value", lines(LineMutations::retype)),
          new Mutation("swap two values", lines(LineMutations::swapValues)),
          new Mutation("repeat a key with an alias", lines(LineMutations::alias)),
          new Mutation("merge an anchor", lines(LineMutations::merge)),
          new Mutation("nest deeply", lines(LineMutations::nest)),
          new Mutation("laugh", lines(LineMutations::laugh)),
          new Mutation("enlarge a value", lines(LineMutations::enlarge)),
          new Mutation("repeat the whole", Mutations::repeatWhole),
          new Mutation("insert bytes", Mutations::insertBytes),
          new Mutation("cut off", Mutations::cutOff),
          new Mutation("save in another encoding", Mutations::encode));

  private Mutations() {}

  /** Changes a file once to three times. */
  static Mutated mutate(String yaml, Random random) {
    List<String> names = new ArrayList<>();
    byte[] content = yaml.getBytes(UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      Mutation mutation = KINDS.get(random.nextInt(KINDS.size()));
      names.add(mutation.name());
      content = mutation.change().apply(content, random);
    }
    return new Mutated(String.join(", ", names), content);
  }

  private static Change lines(LineChange change) {
    return (content, random) -> {
      List<String> lines = new ArrayList<>(new String(content, UTF_8).lines().toList());
      if (!lines.isEmpty()) {
        change.apply(lines, random.nextInt(lines.size()), random);
      }
      return String.join("\n", lines).getBytes(UTF_8);
    };
  }

  private static byte[] repeatWhole(byte[] content, Random random) {
    String text = new String(content, UTF_8);
    return text.repeat(1 + random.nextInt(5)).getBytes(UTF_8);
  }

  private static byte[] insertBytes(byte[] content, Random random) {
    byte[] bytes = new byte[1 + random.nextInt(8)];
    random.nextBytes(bytes);
    return insert(content, bytes, random.nextInt(content.length + 1));
  }

  private static byte[] insert(byte[] content, byte[] bytes, int at) {
    byte[] whole = Arrays.copyOf(content, content.length + bytes.length);
    System.arraycopy(bytes, 0, whole, at, bytes.length);
    System.arraycopy(content, at, whole, at + bytes.length, content.length - at);
    return whole;
  }

  private static byte[] cutOff(byte[] content, Random random) {
    return Arrays.copyOf(content, random.nextInt(content.length + 1));
  }

  private static byte[] encode(byte[] content, Random random) {
    Charset charset = random.nextBoolean() ? UTF_16LE : ISO_8859_1;
    return ("\u00e4" + new String(content, UTF_8)).getBytes(charset);
  }

  /** A kind of change to a file. */
  private interface Change extends BiFunction<byte[], Random, byte[]> {}

  /** A kind of change to a line. */
  private interface LineChange {
    void apply(List<String> lines, int at, Random random);
  }

  private record Mutation(String name, Change change) {}

  /** A file that was changed, and how. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; written to a file, not copied.
  record Mutated(String how, byte[] content) {}
}

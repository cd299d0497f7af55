package dev.registrynotifications.config.yaml;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes as people write them: {@code 64MiB} in powers of 1024, {@code 64MB} in powers of 1000, with
 * a blank before the unit or none. Lower case will do, but a capital before a small {@code b} would
 * mean bits and is refused.
 */
public final class ByteSize {

  private static final Pattern SIZE =
      Pattern.compile("(\\d+) ?(B|b|[KMGTkmgt]B|[kmgt]b|[KMGTkmgt]iB|[kmgt]ib)");

  /** Nobody writes longer ones; numbers of a million digits take minutes. */
  private static final int MAX_LENGTH = 100;

  private ByteSize() {}

  /** How many bytes; empty if the text is no size, or one of 8 EiB and more. */
  public static Optional<Long> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(0L);
    }
    Matcher size = SIZE.matcher(text);
    if (text.length() > MAX_LENGTH || !size.matches()) {
      return Optional.empty();
    }
    BigInteger bytes = new BigInteger(size.group(1)).multiply(bytesIn(size.group(2)));
    return bytes.bitLength() < Long.SIZE ? Optional.of(bytes.longValue()) : Optional.empty();
  }

  /** A size in the largest unit that needs no fraction, as {@link #parse} reads it. */
  public static String text(long bytes) {
    long number = bytes;
    int power = 0;
    while (power < 4 && number != 0 && number % 1024 == 0) {
      number /= 1024;
      power++;
    }
    return number + (power == 0 ? "B" : "KMGT".charAt(power - 1) + "iB");
  }

  private static BigInteger bytesIn(String unit) {
    int power = "bkmgt".indexOf(Character.toLowerCase(unit.charAt(0)));
    return BigInteger.valueOf(unit.contains("i") ? 1024 : 1000).pow(power);
  }
}

package dev.registrynotifications.wire;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes what Go's {@code encoding/json} escapes, the way it does: control characters but for
 * {@code \t \n \r} in hexadecimal, {@code < > &} for those who paste JSON into HTML, the line
 * separators that JavaScript once stumbled over, and the replacement character, which stands for
 * malformed input.
 */
final class GoEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;
  private static final String ALSO_ESCAPED_ASCII = "<>&";
  private static final String ALSO_ESCAPED = "\u2028\u2029\ufffd";

  private final int[] ascii = standardAsciiEscapesForJSON();

  GoEscapes() {
    for (char control = 0; control < ' '; control++) {
      if (control != '\t' && control != '\n' && control != '\r') {
        ascii[control] = ESCAPE_CUSTOM;
      }
    }
    ALSO_ESCAPED_ASCII.chars().forEach(c -> ascii[c] = ESCAPE_CUSTOM);
  }

  /** Not a copy, for it is asked for at each event: no generator changes it. */
  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    boolean escaped = character < ascii.length || ALSO_ESCAPED.indexOf(character) >= 0;
    return escaped ? new SerializedString(String.format("\\u%04x", character)) : null;
  }
}

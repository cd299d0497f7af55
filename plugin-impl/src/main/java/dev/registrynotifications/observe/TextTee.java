package dev.registrynotifications.observe;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/**
 * Lets text go by as the bytes it is read from, or written as. Confined to one thread at a time.
 */
final class TextTee {

  /** Knows of characters whose halves come one after the other. */
  private final OutputStreamWriter encoder;

  TextTee(Tee tee, Charset charset) {
    encoder = new OutputStreamWriter(tee, charset);
  }

  void pass(char[] text, int offset, int length) {
    try {
      encoder.write(text, offset, length);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("counting bytes doesn't fail", e);
    }
  }
}

package dev.registrynotifications.cli.text;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something are to be shown at the most, which is one at the least. */
public final class Most implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    if (!text.matches("0*[1-9]\\d{0,8}")) {
      throw new TypeConversionException("\"" + text + "\" is no number from 1 on");
    }
    return Integer.valueOf(text);
  }
}

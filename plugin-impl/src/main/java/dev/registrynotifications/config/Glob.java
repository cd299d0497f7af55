package dev.registrynotifications.config;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for names with slashes: {@code *} stays within a segment, {@code **} doesn't. It is the
 * JDK's, made for paths of files, so that what it can't take for a path matches nothing; an engine
 * of our own was rejected, since nobody knows its corners.
 */
public final class Glob {

  private final String text;
  private final PathMatcher matcher;

  private Glob(String text, PathMatcher matcher) {
    this.text = text;
    this.matcher = matcher;
  }

  /**
   * Reads a pattern.
   *
   * @throws PatternSyntaxException if it is none, or empty
   */
  public static Glob parse(String text) {
    if (text.isEmpty()) {
      throw new PatternSyntaxException("Nothing in it", text, -1);
    }
    return new Glob(text, FileSystems.getDefault().getPathMatcher("glob:" + text));
  }

  /** Whether the text is among those that are meant; an empty one never is. */
  public boolean matches(String name) {
    try {
      return !name.isEmpty() && matcher.matches(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

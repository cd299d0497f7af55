package dev.registrynotifications.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows under heads. Columns of numbers are set to the right. Where there isn't room for all, the
 * widest columns give way.
 *
 * <p>Rejected: picocli's table, whose columns have widths that are known beforehand.
 */
public final class Table {

  private static final String GAP = "  ";
  private static final int LEAST_WIDTH = 6;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  /** Begins a table. */
  public Table(String... heads) {
    this.heads = List.of(heads);
  }

  /** Adds a row with a cell for each head. */
  public Table row(Object... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(
          heads.size() + " cells are a row, not " + Arrays.toString(cells));
    }
    rows.add(Arrays.stream(cells).map(cell -> Cell.plain(String.valueOf(cell))).toList());
    return this;
  }

  /** Its lines, the heads first. */
  List<String> lines(Page page) {
    int[] widths = IntStream.range(0, heads.size()).map(this::width).toArray();
    fit(widths, page.width());
    List<String> lines = new ArrayList<>();
    lines.add(line(heads, widths, page));
    rows.forEach(row -> lines.add(line(row, widths, page)));
    return lines;
  }

  private int width(int column) {
    int longest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(longest, heads.get(column).length());
  }

  /** A time or a number that is cut is worse than none. */
  private void fit(int[] widths, int width) {
    int room = width - GAP.length() * (widths.length - 1);
    for (int excess = Arrays.stream(widths).sum() - room; excess > 0; excess--) {
      int widest = widest(widths);
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  /** The widest column that can give way; negative if none can. */
  private int widest(int[] widths) {
    int widest = -1;
    int width = LEAST_WIDTH;
    for (int column = 0; column < widths.length; column++) {
      if (widths[column] > width && !all(column, TIME) && !all(column, NUMBER)) {
        widest = column;
        width = widths[column];
      }
    }
    return widest;
  }

  private String line(List<String> cells, int[] widths, Page page) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = Cell.cut(cells.get(column), widths[column], page.ellipsis());
      line.append(column == 0 ? "" : GAP);
      line.append(Cell.pad(cell, widths[column], all(column, NUMBER)));
    }
    return line.toString().stripTrailing();
  }

  private boolean all(int column, Pattern pattern) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> pattern.matcher(row.get(column)).matches());
  }
}

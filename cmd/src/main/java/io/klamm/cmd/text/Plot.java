package io.klamm.cmd.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line graph for a terminal, drawn with Braille dots, two by four to a character.
 *
 * <p>Each line has a colour where the terminal has any; where it has none, lines are told apart by the legend alone.
 */
public final class Plot {

    private static final int DOTS_WIDE = 2;
    private static final int DOTS_HIGH = 4;
    private static final int BLANK = 0x2800;

    /** The bit of each dot of a Braille character, column by column from the top. */
    private static final int[][] DOT = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private static final int[] COLOURS = {36, 33, 35, 32, 34, 31, 96, 93};

    private final int columns;
    private final int rows;
    private final boolean colour;
    private final List<Line> lines = new ArrayList<>();

    /** One line: a value a step, not a number where there is none. */
    private static final class Line {
        private final String name;
        private final double[] values;

        Line(String name, double[] values) {
            this.name = name;
            this.values = values;
        }
    }

    /**
     * An empty graph.
     *
     * @param columns characters wide, without the scale
     * @param rows characters high
     * @param colour whether the terminal knows colours
     */
    public Plot(int columns, int rows, boolean colour) {
        this.columns = columns;
        this.rows = rows;
        this.colour = colour;
    }

    /** Adds a line. All lines have as many steps. */
    public Plot line(String name, double[] values) {
        lines.add(new Line(name, values.clone()));
        return this;
    }

    /**
     * The graph, its scale at the left, its legend below.
     *
     * @param from what stands below the left end
     * @param to what stands below the right end
     */
    public String render(String from, String to) {
        Scale scale = scale();
        int[][] dots = new int[rows][columns];
        int[][] owner = new int[rows][columns];
        for (int i = 0; i < lines.size(); i++) {
            draw(lines.get(i).values, scale, dots, owner, i);
        }
        StringBuilder out = new StringBuilder();
        int margin = Math.max(
                scale.text(scale.high()).length(), scale.text(scale.low()).length());
        for (int row = 0; row < rows; row++) {
            String mark = row == 0 ? scale.text(scale.high()) : row == rows - 1 ? scale.text(scale.low()) : "";
            out.append(" ".repeat(margin - mark.length()))
                    .append(mark)
                    .append(row == 0 || row == rows - 1 ? " ┤" : " │");
            row(out, dots[row], owner[row]);
            out.append('\n');
        }
        int gap = Math.max(1, columns - from.length() - to.length());
        out.append(" ".repeat(margin + 2))
                .append(from)
                .append(" ".repeat(gap))
                .append(to)
                .append('\n');
        legend(out);
        return out.toString();
    }

    private record Scale(double low, double high) {
        String text(double value) {
            double magnitude = Math.abs(value);
            if (value == Math.rint(value) && magnitude < 1e15) {
                return String.format(Locale.ROOT, "%d", (long) value);
            }
            return String.format(Locale.ROOT, magnitude >= 1e6 || magnitude < 1e-3 ? "%.3e" : "%.4g", value);
        }

        /** 0 at the low end to 1 at the high end. */
        double place(double value) {
            return (value - low) / (high - low);
        }
    }

    private Scale scale() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            for (double value : line.values) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return new Scale(0, 1);
        }
        return low == high ? new Scale(low - 1, high + 1) : new Scale(low, high);
    }

    private void draw(double[] values, Scale scale, int[][] dots, int[][] owner, int line) {
        int wide = columns * DOTS_WIDE;
        int high = rows * DOTS_HIGH;
        int lastY = -1;
        for (int x = 0; x < wide; x++) {
            double value = values.length == 0 ? Double.NaN : values[(int) ((long) x * values.length / wide)];
            if (!Double.isFinite(value)) {
                lastY = -1;
                continue;
            }
            int y = (int) Math.round((1 - scale.place(value)) * (high - 1));
            int from = lastY < 0 ? y : lastY;
            for (int step = Math.min(from, y); step <= Math.max(from, y); step++) {
                dots[step / DOTS_HIGH][x / DOTS_WIDE] |= DOT[x % DOTS_WIDE][step % DOTS_HIGH];
                owner[step / DOTS_HIGH][x / DOTS_WIDE] = line;
            }
            lastY = y;
        }
    }

    private void row(StringBuilder out, int[] dots, int[] owner) {
        int current = -1;
        for (int column = 0; column < columns; column++) {
            if (dots[column] == 0) {
                out.append(' ');
                continue;
            }
            if (colour && owner[column] != current) {
                current = owner[column];
                out.append("\u001b[").append(COLOURS[current % COLOURS.length]).append('m');
            }
            out.appendCodePoint(BLANK + dots[column]);
        }
        if (current >= 0) {
            out.append("\u001b[0m");
        }
    }

    private void legend(StringBuilder out) {
        for (int i = 0; i < lines.size(); i++) {
            if (colour) {
                out.append("\u001b[").append(COLOURS[i % COLOURS.length]).append("m━━\u001b[0m ");
            } else {
                out.append("   ");
            }
            out.append(lines.get(i).name).append('\n');
        }
    }
}

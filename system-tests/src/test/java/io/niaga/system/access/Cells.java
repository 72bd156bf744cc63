package io.niaga.system.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cells of CSV (RFC 4180), written and read. */
final class Cells {
    private static final String STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final String text;
    private final List<String> found = new ArrayList<>();
    private int at;

    private Cells(String text) {
        this.text = text;
    }

    static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    /** All of them, line by line; a line ends with a line feed, perhaps behind a carriage return. */
    static List<String> of(String text) {
        Cells cells = new Cells(text);
        while (cells.at < text.length()) {
            cells.cell();
        }
        return List.copyOf(cells.found);
    }

    /** Whether a spreadsheet would take it for a formula; a number is what it is. */
    static boolean calculates(String cell) {
        return !cell.isEmpty()
                && STARTS.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
    }

    private void cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && quoted && at < text.length() && text.charAt(at) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n' || text.startsWith("\r\n", at - 1))) {
                at += c == '\r' ? 1 : 0;
                break;
            } else {
                cell.append(c);
            }
        }
        found.add(cell.toString());
    }
}

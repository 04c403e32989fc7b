package org.supplierscope.ingest.extract.field;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.supplierscope.ingest.extract.markup.WordList;

/// Month names and their short forms in many languages.
final class MonthNames {

    private static final Map<String, Integer> MONTHS = read();

    private MonthNames() {}

    /// 1 to 12, or 0 when the word names no month.
    static int month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return MONTHS.getOrDefault(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower, 0);
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> months = new HashMap<>();
        for (String line : WordList.read("field/months.txt")) {
            String[] words = line.split("\\s+", -1);
            for (int i = 1; i < words.length; i++) {
                months.put(words[i], Integer.valueOf(words[0]));
            }
        }
        return months;
    }
}

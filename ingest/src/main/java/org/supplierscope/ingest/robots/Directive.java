package org.supplierscope.ingest.robots;

import java.util.Locale;

/// The key of a line of robots.txt, as people spell it.
enum Directive {
    USER_AGENT("useragent", 1),
    DISALLOW("disallow", 2),
    /// Not forgiven: a slip that allows something may have been meant to forbid it.
    ALLOW("allow", 0),
    CRAWL_DELAY("crawldelay", 1),
    SITEMAP("sitemap", 1),
    OTHER("", 0);

    private static final int LONGEST = 24;

    private final String letters;
    private final int slips;

    /// @param letters of the key, without marks between them
    /// @param slips how many letters may be wrong, missing or too many; `allow` is three away from `disallow`
    Directive(String letters, int slips) {
        this.letters = letters;
        this.slips = slips;
    }

    /// What a key means; marks, spaces and case between its letters mean nothing.
    static Directive of(String key) {
        if (key.length() > LONGEST) {
            return OTHER;
        }
        String letters = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        for (Directive directive : values()) {
            if (directive != OTHER && distance(letters, directive.letters) <= directive.slips) {
                return directive;
            }
        }
        return OTHER;
    }

    /// Levenshtein's distance.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

package org.supplierscope.ingest.date;

import java.util.Locale;

/// How `03/04/2025` is read.
public enum DayOrder {
    /// The third of April: nearly everywhere.
    DAY_FIRST,
    /// March the fourth: the United States and a few others.
    MONTH_FIRST;

    /// The order usual where a language tag such as `en-GB` comes from; plain English counts as American.
    public static DayOrder of(String languageTag) {
        Locale locale = Locale.forLanguageTag(languageTag.replace('_', '-'));
        boolean american = locale.getLanguage().equals("en")
                && (locale.getCountry().isEmpty()
                        || locale.getCountry().equals("US")
                        || locale.getCountry().equals("PH"));
        return american || languageTag.isEmpty() ? MONTH_FIRST : DAY_FIRST;
    }
}

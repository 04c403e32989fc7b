package org.supplierscope.analysis.catalogue;

import java.util.Locale;

/// Where stock codes are handed out: the exchanges of one market do not give the same code to two
/// firms, those of two markets do (2382.HK is Sunny Optical, 2382.TW is not).
///
/// Suffixes and exchange words are those that news agencies, data services and newspapers write,
/// in folded form.
public enum Market {
    TAIWAN("tw two tt", "twse tpe tpex tai two otc tse roco"),
    HONG_KONG("hk", "hkg hkex sehk hkse hk"),
    CHINA("sz ss sh ch cn", "szse she sse shse sha shanghai shenzhen star chinext"),
    JAPAN("t jp jt", "tyo tse tokyo jpx"),
    KOREA("ks kq kr kp", "krx kospi kosdaq ksc koe"),
    UNITED_STATES("us o n oq uw un nasdaq nyse", "nasdaq nasdaqgs nasdaqgm nasdaqcm nyse nysearca nyseamerican us otc"),
    BRITAIN("l ln", "lon lse aim"),
    FRANCE("pa fp", "epa euronext par"),
    NETHERLANDS("as na", "ams euronext"),
    GERMANY("de gr gy", "etr fra xetra fwb"),
    SWEDEN("st", "sto omx");

    private final String suffixes;
    private final String exchanges;

    Market(String suffixes, String exchanges) {
        this.suffixes = suffixes;
        this.exchanges = exchanges;
    }

    /// Whether it is written behind a code: `TW` in 3008.TW.
    ///
    /// @param suffix in any capitals
    public boolean isSuffix(String suffix) {
        return has(suffixes, suffix);
    }

    /// Whether it is written before a code: `TPE` in TPE:3008.
    ///
    /// @param word in any capitals
    public boolean isExchange(String word) {
        return has(exchanges, word);
    }

    private static boolean has(String words, String word) {
        return !word.isEmpty() && (" " + words + " ").contains(" " + word.toLowerCase(Locale.ROOT) + " ");
    }
}

package org.supplierscope.analysis.catalogue;

import java.util.Locale;
import java.util.Optional;

/// A stock code.
///
/// @param code as the exchange writes it, in capitals: `3008`, `COHR`
/// @param exchange as the catalogue writes it, in capitals: `TW`, `TWO`, `NASDAQ`
/// @param market of the exchange
public record Ticker(String code, String exchange, Market market) {

    /// Reads `3008.TW` or `NASDAQ:COHR`; empty when it has neither form or the exchange is not
    /// known.
    public static Optional<Ticker> parse(String text) {
        int colon = text.indexOf(':');
        int dot = text.lastIndexOf('.');
        String exchange = (colon > 0 ? text.substring(0, colon) : dot > 0 ? text.substring(dot + 1) : "")
                .strip()
                .toUpperCase(Locale.ROOT);
        String code = (colon > 0 ? text.substring(colon + 1) : dot > 0 ? text.substring(0, dot) : "")
                .strip()
                .toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9]{1,6}")) {
            return Optional.empty();
        }
        for (Market market : Market.values()) {
            if (colon > 0 ? market.isExchange(exchange) : market.isSuffix(exchange)) {
                return Optional.of(new Ticker(code, exchange, market));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return market == Market.UNITED_STATES ? exchange + ":" + code : code + "." + exchange;
    }
}

package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST", "192.168.4.7:8080"})
    void letsOurOwnPagesChangeThings(String host) {
        assertThat(SameOrigin.problem(host, "http://" + host, "same-origin")).isNull();
    }

    @Test
    void letsProgramsChangeThingsThatAreNoBrowsers() {
        assertThat(SameOrigin.problem("scope.internal", null, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, ",
        "http://localhost:9999, ",
        "null, ",
        "http://evil.example, cross-site",
        ", cross-site",
        ", same-site"
    })
    void refusesPagesOfOthers(String origin, String site) {
        assertThat(SameOrigin.problem("localhost:8080", origin, site)).contains("may not change anything");
    }

    @Test
    void refusesANameThatWasPointedAtThisMachine() {
        assertThat(SameOrigin.problem("rebound.example:8080", "http://rebound.example:8080", "same-origin"))
                .contains("rebound.example");
    }
}

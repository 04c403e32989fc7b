package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.search.index.ShiftBoard.Filter;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

class ShiftParametersTest {

    private final ShiftParameters parameters = new ShiftParameters();

    @Test
    void asksForAllThatHoldWhereNothingIsSaid() throws WrongParameterException {
        parameters.supplier = " ";
        parameters.revoked = "";

        ShiftParameters.Page page = parameters.page(20);

        assertThat(page).isEqualTo(new ShiftParameters.Page(new Filter(null, null, null, false), 0, 20));
    }

    @Test
    void readsWhatIsSaid() throws WrongParameterException {
        parameters.supplier = "birch";
        parameters.theme = "optics";
        parameters.since = "2026-03-01";
        parameters.revoked = "TRUE";
        parameters.offset = "2";
        parameters.limit = "3";

        ShiftParameters.Page page = parameters.page(20);

        var since = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(page).isEqualTo(new ShiftParameters.Page(new Filter("birch", "optics", since, true), 2, 3));
        assertThat(page.of(List.of(0, 1, 2, 3, 4, 5, 6))).containsExactly(2, 3, 4);
        assertThat(page.of(List.of(0, 1, 2))).containsExactly(2);
        assertThat(page.of(List.of(0))).isEmpty();
    }

    @Test
    void readsAnInstant() throws WrongParameterException {
        parameters.since = "2026-03-01T08:00:00Z";

        assertThat(parameters.page(20).filter().since()).isEqualTo("2026-03-01T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "2026-03", "2026-03-01T08:00", "T", "<b>"})
    void saysHowATimeIsWritten(String since) {
        parameters.since = since;

        assertThatThrownBy(() -> parameters.page(20))
                .isInstanceOf(WrongParameterException.class)
                .hasMessageStartingWith("'since' must be a day such as 2026-03-01")
                .hasMessageEndingWith("not '" + since + "'");
    }

    @Test
    void saysWhatElseIsWrong() {
        parameters.revoked = "perhaps";
        assertThatThrownBy(() -> parameters.page(20)).hasMessage("'revoked' must be true or false, not 'perhaps'");

        parameters.revoked = null;
        parameters.limit = "1001";
        assertThatThrownBy(() -> parameters.page(20))
                .hasMessage("'limit' must be a whole number from 0 to 1000, not '1001'");
    }
}

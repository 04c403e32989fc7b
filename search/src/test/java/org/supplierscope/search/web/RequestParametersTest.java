package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.query.SearchRequest;
import org.supplierscope.search.query.SearchRequest.Copies;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchRequest.Order;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

class RequestParametersTest {

    private final RequestParameters parameters = new RequestParameters();

    @Test
    void asksForEverythingWhereNothingIsSaid() throws WrongParameterException {
        assertThat(parameters.request(20)).isEqualTo(new SearchRequest("", Filter.NONE, Order.RELEVANCE, 0, 20));
    }

    @Test
    void takesBlankForUnsaid() throws WrongParameterException {
        parameters.supplier = " ";
        parameters.about = "";
        parameters.stance = "";
        parameters.theme = "  ";
        parameters.copies = " ";
        parameters.order = " ";
        parameters.offset = "";
        parameters.limit = " ";

        assertThat(parameters.request(20)).isEqualTo(new SearchRequest("", Filter.NONE, Order.RELEVANCE, 0, 20));
    }

    @Test
    void readsWhatIsSaidInAnyCapitals() throws WrongParameterException {
        parameters.q = "lens";
        parameters.supplier = "hoya";
        parameters.about = "True";
        parameters.stance = "Precision";
        parameters.theme = "lidar";
        parameters.copies = "Without";
        parameters.order = "NEWEST";
        parameters.offset = "10000";
        parameters.limit = " 1000 ";

        assertThat(parameters.request(20))
                .isEqualTo(new SearchRequest(
                        "lens",
                        new Filter("hoya", true, Stance.PRECISION, "lidar", Copies.WITHOUT),
                        Order.NEWEST,
                        10_000,
                        1_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "PRECISION BREADTH", "-1", "ｍｉｘｅｄ", "<b>"})
    void saysWhichStancesThereAre(String stance) {
        parameters.stance = stance;

        assertThatThrownBy(() -> parameters.request(20))
                .isInstanceOf(WrongParameterException.class)
                .hasMessage("'stance' must be precision, breadth, mixed or none, not '" + stance + "'");
    }

    @Test
    void saysWhichWishesOfCopiesThereAre() {
        parameters.copies = "all";

        assertThatThrownBy(() -> parameters.request(20))
                .isInstanceOf(WrongParameterException.class)
                .hasMessage("'copies' must be without or only, not 'all'");
    }

    @Test
    void saysThatAboutIsTrueOrFalse() {
        parameters.about = "hoya";

        assertThatThrownBy(() -> parameters.request(20))
                .isInstanceOf(WrongParameterException.class)
                .hasMessage("'about' must be true or false, not 'hoya'");
    }

    @Test
    void saysWhichOrdersThereAre() {
        parameters.order = "oldest";

        assertThatThrownBy(() -> parameters.request(20))
                .isInstanceOf(WrongParameterException.class)
                .hasMessage("'order' must be relevance or newest, not 'oldest'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10001", "2147483648", "99999999999999999999", "1.0", "1e3", "ten", "0x10", "- 1"})
    void saysWhichOffsetsThereAre(String offset) {
        parameters.offset = offset;

        assertThatThrownBy(() -> parameters.request(20))
                .isInstanceOf(WrongParameterException.class)
                .hasMessage("'offset' must be a whole number from 0 to 10000, not '" + offset + "'");
    }

    @Test
    void saysWhichLimitsThereAre() {
        parameters.limit = "1001";

        assertThatThrownBy(() -> parameters.request(20))
                .isInstanceOf(WrongParameterException.class)
                .hasMessage("'limit' must be a whole number from 0 to 1000, not '1001'");
    }
}

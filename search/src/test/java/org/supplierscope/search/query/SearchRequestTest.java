package org.supplierscope.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchRequest.Order;

class SearchRequestTest {

    @ParameterizedTest
    @CsvSource({"0, -1", "0, 1001", "0, 2147483647", "-1, 10", "10001, 10", "2147483647, 10", "-2147483648, -2147483648"
    })
    void refusesNumbersOutOfRange(int offset, int limit) {
        assertThatThrownBy(() -> new SearchRequest("", Filter.NONE, Order.NEWEST, offset, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be from 0 to");
    }

    @Test
    void takesTheEndsOfBothRanges() {
        var request =
                new SearchRequest("", Filter.NONE, Order.NEWEST, SearchRequest.MAX_DEPTH, SearchRequest.MAX_LIMIT);

        assertThat(request.offset() + request.limit()).isEqualTo(11_000);
    }
}

package org.supplierscope.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void readsAllOneAndSeveral() {
        assertThat(Role.parse("all")).containsExactlyInAnyOrder(Role.INGEST, Role.ANALYSIS, Role.SEARCH);
        assertThat(Role.parse("search")).containsExactly(Role.SEARCH);
        assertThat(Role.parse("Ingest, search")).containsExactlyInAnyOrder(Role.INGEST, Role.SEARCH);
    }

    @Test
    void namesTheWordThatIsNoTarget() {
        assertThatThrownBy(() -> Role.parse("search,crawl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'crawl'")
                .hasMessageContaining("ingest, analysis, search");
    }
}

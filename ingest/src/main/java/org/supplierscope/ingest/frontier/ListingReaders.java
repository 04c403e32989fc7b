package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.query;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;

/// Tells which source reads an address, in whatever spelling either of them came.
final class ListingReaders {

    private record Row(String id, String feed, String given) {}

    private ListingReaders() {}

    /// The spelling in which addresses of sources are kept and compared: the one that is fetched.
    static String spelling(URI address) {
        return CanonicalAddress.of(address).uri().toString();
    }

    /// Whether two addresses are one. The first was kept by whichever release and may be none any more.
    static boolean same(String kept, URI address) {
        CanonicalAddress read = CanonicalAddress.parse(kept);
        return read != null && read.uri().toString().equals(spelling(address));
    }

    /// The id of another source, active or paused, that reads an address or was added by it; null when there is
    /// none.
    static @Nullable String other(Connection connection, String id, URI address) throws SQLException {
        CanonicalAddress asked = CanonicalAddress.of(address);
        // Kept addresses have their hosts in lower case and without a default port, whichever release kept them.
        String start = asked.uri().getScheme() + "://" + asked.host() + "%";
        List<Row> near = query(
                connection,
                row -> new Row(row.getString("id"), row.getString("feed"), row.getString("given_address")),
                "select id, feed, given_address from source where (feed like ? or given_address like ?) and id <> ?"
                        + " and state in ('ACTIVE', 'PAUSED') order by id",
                start,
                start,
                id);
        return near.stream()
                .filter(row -> Stream.of(row.feed(), row.given())
                        .filter(Objects::nonNull)
                        .anyMatch(kept -> same(kept, address)))
                .map(Row::id)
                .findFirst()
                .orElse(null);
    }
}

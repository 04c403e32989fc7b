package org.supplierscope.ingest.crawl;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.supplierscope.ingest.frontier.Candidates;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.Intake;
import org.supplierscope.ingest.frontier.Quarantine;
import org.supplierscope.ingest.frontier.SourceLedger;
import org.supplierscope.ingest.frontier.SourceRegister;
import org.supplierscope.ingest.websub.HubLedger;

/// What the crawl keeps in the database.
///
/// @param frontier whose turn it is
/// @param register which sources there are
/// @param sources how they fare
/// @param intake takes up what listings name
/// @param quarantine holds back what may be old
/// @param candidates where listings may be
/// @param hubs who tells of news
public record Ledgers(
        Frontier frontier,
        SourceRegister register,
        SourceLedger sources,
        Intake intake,
        Quarantine quarantine,
        Candidates candidates,
        HubLedger hubs) {

    /// All of them in one database.
    ///
    /// @param database migrated by `db/ingest`
    /// @param lease how long a turn may take
    public static Ledgers in(DataSource database, Clock clock, Duration lease) {
        return new Ledgers(
                new Frontier(database, clock, lease),
                new SourceRegister(database, clock),
                new SourceLedger(database, clock),
                new Intake(database, clock),
                new Quarantine(database, clock),
                new Candidates(database),
                new HubLedger(database, clock));
    }
}

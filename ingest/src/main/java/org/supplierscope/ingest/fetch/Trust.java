package org.supplierscope.ingest.fetch;

/// Which certificates a server may show.
public enum Trust {
    /// Those that the platform trusts, valid today, for the name that was asked. The default everywhere.
    VERIFIED,
    /// Any: self-made, expired, for another name. Whoever sits on the way can then read and change what comes,
    /// so it is chosen for a single source, and shown. Where may be dialled stays as guarded as ever.
    ANY_CERTIFICATE
}

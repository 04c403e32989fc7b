package org.supplierscope.ingest.archive;

import java.io.IOException;

/// Bytes that are not what an archive has at this place. The message says what is wrong, for people.
class BrokenArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenArchiveException(String message) {
        super(message);
    }

    /// A gzip member that cannot be unpacked any further: what follows is found in another member, or not at
    /// all.
    static final class DamagedMemberException extends BrokenArchiveException {

        private static final long serialVersionUID = 1L;

        DamagedMemberException(String message) {
            super(message);
        }
    }
}

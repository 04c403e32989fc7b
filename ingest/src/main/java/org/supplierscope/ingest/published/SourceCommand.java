package org.supplierscope.ingest.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What somebody wants of a source, as one record on `source-commands.v1`, keyed by the source's id.
///
/// Every command may be given twice; the second time changes nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SourceCommand.Add.class, name = "add"),
    @JsonSubTypes.Type(value = SourceCommand.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = SourceCommand.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = SourceCommand.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = SourceCommand.Check.class, name = "check")
})
public sealed interface SourceCommand {

    /// The source's id: 1 to 80 lower-case ASCII letters, digits and hyphens, the first no hyphen.
    String id();

    /// A new source, or a removed one again. Refused when another address has the id.
    ///
    /// @param id chosen by the sender
    /// @param name for people; at most 300 characters
    /// @param address the listing's address, or the site's when the kind is not given; http or https, as
    /// somebody typed it, since the crawler alone reads addresses
    /// @param kind what is at the address; null, like SITE, when the listing is to be looked for
    /// @param home the site's front page; null when not told
    /// @param language BCP 47 tag of what it publishes; null when not told
    /// @param acceptAnyCertificate whether a bad or expired certificate of this source is accepted; null is no
    record Add(
            String id,
            String name,
            String address,
            @Nullable SourceKind kind,
            @Nullable URI home,
            @Nullable String language,
            @Nullable Boolean acceptAnyCertificate)
            implements SourceCommand {

        /// Checks that nothing is missing that must be there.
        public Add {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(address, "address");
        }
    }

    /// Nothing of the source is asked until it is resumed.
    record Pause(String id) implements SourceCommand {

        /// Checks that nothing is missing that must be there.
        public Pause {
            requireNonNull(id, "id");
        }
    }

    /// A paused, ended or removed source is read again, from now on.
    record Resume(String id) implements SourceCommand {

        /// Checks that nothing is missing that must be there.
        public Resume {
            requireNonNull(id, "id");
        }
    }

    /// The source is not read any more, also when the source list still has it; its articles stay.
    record Remove(String id) implements SourceCommand {

        /// Checks that nothing is missing that must be there.
        public Remove {
            requireNonNull(id, "id");
        }
    }

    /// The source is polled as soon as its host's manners let it be.
    record Check(String id) implements SourceCommand {

        /// Checks that nothing is missing that must be there.
        public Check {
            requireNonNull(id, "id");
        }
    }
}

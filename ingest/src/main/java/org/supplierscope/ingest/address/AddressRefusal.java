package org.supplierscope.ingest.address;

/// Why we do not go to an address.
public enum AddressRefusal {
    /// No browser makes an address of it.
    NO_ADDRESS("it is no address"),
    /// Longer than [LinkText#MAX_LENGTH].
    TOO_LONG("it is longer than " + LinkText.MAX_LENGTH + " characters"),
    /// A control character other than the line breaks and tabs that browsers leave out.
    CONTROL_CHARACTER("there is a control character in it"),
    /// A backslash where the host begins or ends: programs disagree on which host is meant.
    AMBIGUOUS_HOST("a backslash beside its host can be read in two ways"),
    /// Neither http nor https.
    NOT_WEB("only http and https addresses are fetched"),
    /// User name or password: what they lead to is not public.
    USER_INFO("there is a user name or password in it"),
    /// A host that no name server can know.
    NO_HOST_NAME("its host is neither a name of the network nor a number"),
    /// `#!/…`: a script in the browser chooses the page; what a server sends is the same for all of them.
    SCRIPT_ROUTE("only a script in a browser can open it");

    private final String reason;

    AddressRefusal(String reason) {
        this.reason = reason;
    }

    /// For people; continues a sentence about the address.
    public String reason() {
        return reason;
    }
}

package org.supplierscope.deploy.opinion;

import java.util.regex.Pattern;

/// The key of an endpoint. It leaves this object in one header only, and no text that is made of
/// the object has it.
final class ApiKey {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}+");

    private final String key;

    /// @throws IllegalArgumentException when it cannot be sent in a header; the message does not
    /// have it
    ApiKey(String key) {
        if (!TOKEN.matcher(key).matches()) {
            throw new IllegalArgumentException("the key must be 1 to 4096 visible ASCII characters without blanks");
        }
        this.key = key;
    }

    /// The value of the header `Authorization`.
    String authorization() {
        return "Bearer " + key;
    }

    @Override
    public String toString() {
        return "a key";
    }
}

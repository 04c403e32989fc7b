package org.supplierscope.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.address.AddressReading.Accepted;
import org.supplierscope.ingest.address.AddressReading.Refused;

class AddressReadingTest {

    // F4: where two parsers could see two hosts, we go to neither.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            http://169.254.169.254:8888\\@public.example/  | AMBIGUOUS_HOST
            http://public.example\\@169.254.169.254/       | AMBIGUOUS_HOST
            http://public.example:80\\@inner.example/      | AMBIGUOUS_HOST
            http:\\\\inner.example/                         | AMBIGUOUS_HOST
            http:/\\inner.example/                         | AMBIGUOUS_HOST
            http://public.example@169.254.169.254/        | USER_INFO
            http://a:b@public.example/                    | USER_INFO
            http://public.example%40169.254.169.254/      | NO_ADDRESS
            http://public.example%2F@inner.example/       | USER_INFO
            http://public.example%5C@inner.example/       | USER_INFO
            http://public.example%00.inner.example/       | NO_ADDRESS
            http://[::1]public.example/                   | NO_ADDRESS
            ftp://public.example/                         | NOT_WEB
            file:///etc/passwd                            | NOT_WEB
            data:text/html,x                              | NOT_WEB
            gopher://public.example/                      | NOT_WEB
            javascript:alert(1)                           | NOT_WEB
            http://-/                                     | -
            http://./                                     | NO_HOST_NAME
            http://a!b.example/                           | NO_HOST_NAME
            https://public.example/#!/news/7              | SCRIPT_ROUTE
            https://public.example/a\\@b                   | -
            https://public.example/?\\@b                   | -
            """)
    void saysWhyAnAddressIsRefused(String text, String why) {
        AddressReading reading = AddressReading.forCrawl(text);

        assertThat(reading instanceof Refused(AddressRefusal refusal) ? refusal.name() : "-")
                .isEqualTo(why);
    }

    @Test
    void refusesControlCharactersAndWhatIsTooLong() {
        assertThat(AddressReading.forCrawl("https://example.org/a\u0001"))
                .isEqualTo(new Refused(AddressRefusal.CONTROL_CHARACTER));
        assertThat(AddressReading.forCrawl("https://example.org/a\u0085b"))
                .isEqualTo(new Refused(AddressRefusal.CONTROL_CHARACTER));
        assertThat(AddressReading.forCrawl("https://example.org/" + "a".repeat(1981)))
                .isEqualTo(new Refused(AddressRefusal.TOO_LONG));
        assertThat(AddressReading.forCrawl("https://example.org/" + "a".repeat(1980)))
                .isInstanceOf(Accepted.class);
        assertThat(AddressReading.forCrawl("https://" + "a".repeat(64) + ".example/"))
                .isEqualTo(new Refused(AddressRefusal.NO_HOST_NAME));
    }

    @Test
    void tellsEachReasonInWords() {
        for (AddressRefusal refusal : AddressRefusal.values()) {
            assertThat(refusal.reason()).as(refusal.name()).contains(" ").doesNotEndWith(".");
        }
    }
}

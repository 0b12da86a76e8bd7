package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginFilterTest {
    @ParameterizedTest
    @CsvSource({
        "same-origin,,flags.example,true",
        "none,,flags.example,true",
        "same-site,,flags.example,false",
        "cross-site,,flags.example,false",
        "'',,flags.example,false",
        ",,flags.example,true",
        ",https://flags.example,flags.example,true",
        ",https://FLAGS.example:8443,flags.example:8443,true",
        ",https://flags.example:8443,flags.example,false",
        ",https://elsewhere.example,flags.example,false",
        ",null,flags.example,false",
        ",https://flags.example,,false",
        ",%%,flags.example,false"
    })
    void aFormIsOfTheHostItselfOrOfNoBrowser(
            @Nullable String site, @Nullable String origin, @Nullable String host, boolean own) {
        assertThat(SameOriginFilter.isOwn(site, origin, host)).isEqualTo(own);
    }
}

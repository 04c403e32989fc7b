package org.supplierscope.deploy.opinion;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.supplierscope.deploy.SupplierscopeConfig;

/// Settings as a person would give them; the keys stand without their prefix.
final class OpinionSettings {

    private static final String PREFIX = "supplierscope.opinion";

    private final Map<String, String> values = new HashMap<>();

    /// An endpoint that answers at an address.
    static OpinionSettings of(String address) {
        return new OpinionSettings()
                .with("address", address)
                .with("model", "m-1")
                .with("deadline", "PT5S");
    }

    OpinionSettings with(String key, String value) {
        values.put(PREFIX + "." + key, value);
        return this;
    }

    SupplierscopeConfig.Opinion read() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(values, "the test", 500))
                .withMapping(SupplierscopeConfig.Opinion.class, PREFIX)
                .build()
                .getConfigMapping(SupplierscopeConfig.Opinion.class, PREFIX);
    }
}

package io.niaga.fulfillment.carrier;

import java.util.List;

/** The carriers that this installation works with, maybe none. */
public record Carriers(List<Carrier> all) {
    public Carriers {
        all = List.copyOf(all);
    }

    /** Throws {@link CarrierProblem#CARRIER_UNAVAILABLE} when there is none of that name with that service. */
    public Carrier require(String name, String service) {
        return all.stream()
                .filter(c -> c.name().equals(name) && c.services().contains(service))
                .findFirst()
                .orElseThrow(() ->
                        CarrierProblem.CARRIER_UNAVAILABLE.with("carrier", name).with("service", service));
    }
}

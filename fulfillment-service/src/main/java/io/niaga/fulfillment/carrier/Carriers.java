package io.niaga.fulfillment.carrier;

import io.niaga.types.CommonProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The carriers that are integrated in this installation, maybe none. Every other is worked by hand: people get its number
 * from it, and tell what becomes of its parcels.
 */
public record Carriers(List<Carrier> all) {
    /** How carriers and their services are named. */
    public static final String NAME = "[A-Za-z0-9._-]{1,40}";

    /** Carries nothing: where it is not played, it is no name for anybody. */
    private static final String SANDBOX = "sandbox";

    public Carriers {
        all = List.copyOf(all);
    }

    private Optional<Carrier> find(String name) {
        return all.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Whether the carrier itself tells what becomes of its parcels. */
    public boolean tells(String name) {
        return find(name).isPresent();
    }

    /** Throws {@link CarrierProblem#CARRIER_UNAVAILABLE} for the sandbox where it is not played. */
    public void requireReal(String name, String service) {
        if (name.equals(SANDBOX) && !tells(name)) {
            throw CarrierProblem.unavailable(name, service);
        }
    }

    /**
     * The number of a parcel that is given to a carrier: an integrated one says it, that of any other is given with it.
     *
     * @throws io.niaga.types.ProblemException CARRIER_UNAVAILABLE when nobody carries that, INVALID_REQUEST for a number
     *     that is missing, or not asked for
     */
    public TrackingNumber book(String name, Consignment consignment, @Nullable TrackingNumber given) {
        String service = consignment.service();
        requireReal(name, service);
        Carrier integrated = find(name).orElse(null);
        if (integrated == null) {
            return required(name, given);
        }
        if (given != null) {
            throw CommonProblem.INVALID_REQUEST.now().at("/tracking", "MISPLACED", name + " says the number itself.");
        }
        if (!integrated.services().contains(service)) {
            throw CarrierProblem.unavailable(name, service);
        }
        return integrated.book(consignment);
    }

    private static TrackingNumber required(String name, @Nullable TrackingNumber given) {
        if (given == null) {
            throw CommonProblem.INVALID_REQUEST
                    .now()
                    .at("/tracking", "REQUIRED", "The number under which " + name + " carries it is needed.");
        }
        return given;
    }
}

package io.niaga.orders.checkout.clients;

import io.niaga.orders.checkout.Fact;
import io.niaga.orders.checkout.OutcomeUnknown;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.service.clients.RemoteUnavailable;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives a command and says what its end means: done, refused for a reason we know, or unknown. */
final class Commands {
    private Commands() {}

    /**
     * @param refused what a refusal means, by its problem; empty for those nobody expects (a lower fence than the other side
     *     knows among them): whoever is behind learns it when reading the order again
     */
    static Fact.Answer give(
            String command, Supplier<Fact.Answer> call, Function<RemoteRefused, Optional<Fact.Answer>> refused) {
        try {
            return call.get();
        } catch (RemoteRefused no) {
            return refused.apply(no).orElseThrow(() -> new OutcomeUnknown(command + ": " + no.code(), no));
        } catch (RemoteUnavailable away) {
            throw new OutcomeUnknown(command, away);
        }
    }

    static Function<RemoteRefused, Optional<Fact.Answer>> when(String code, Supplier<Fact.Answer> meaning) {
        return no -> no.code().equals(code) ? Optional.of(meaning.get()) : Optional.empty();
    }
}

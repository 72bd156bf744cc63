package io.niaga.users.partner;

import io.niaga.types.UserId;

/**
 * The identity server, as far as programs are concerned. Each call may be repeated; SERVICE_UNAVAILABLE when it is away.
 */
public interface ClientDirectory {
    /** Makes the program known with its scopes and the partner's role; answers the account that speaks for it. */
    UserId provide(ApiClient client);

    /** A new secret; the one before stops at once. */
    ClientSecret renewSecret(ApiClientId id);

    /** It gets no token from now on; one that is not known is no matter. */
    void remove(ApiClientId id);
}

package io.niaga.localstack.topology;

/** Something a service cannot work without, beyond its own port and the realm's keys. */
public enum Need {
    DATABASE,
    CALLERS_TOKEN,
    BROKER,
    GUEST_TOKENS,
    CUSTOMER_KEY,
    SANDBOX,
    WEBHOOKS,
    IDENTITY_ADMINISTRATION,
    MAIL,
    INDEX
}

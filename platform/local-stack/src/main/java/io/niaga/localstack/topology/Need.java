package io.niaga.localstack.topology;

/** Something a service cannot work without, beyond its own port. */
public enum Need {
    DATABASE,
    BROKER,
    GUEST_TOKENS,
    CUSTOMER_KEY,
    SANDBOX,
    WEBHOOKS,
    IDENTITY_ADMINISTRATION,
    MAIL,
    INDEX
}

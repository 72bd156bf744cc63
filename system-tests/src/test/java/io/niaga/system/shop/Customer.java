package io.niaga.system.shop;

import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Api;
import java.util.Map;
import java.util.UUID;

/** Somebody who has just opened an account: nothing was bought, earned or collected before. */
public record Customer(SystemStack stack, String mail) {
    private static final String PASSWORD = "Pelanggan-Baru-2026";

    public static Customer registered(SystemStack stack) {
        String mail = "customer-" + UUID.randomUUID() + "@example.com";
        stack.api()
                .post("/v1/users", Map.of("email", mail, "password", PASSWORD, "name", "Budi Santoso"))
                .expect(201);
        return new Customer(stack, mail);
    }

    /** Signed in, at the gateway. Its token is good for minutes: ask again. */
    public Api api() {
        return stack.api().as(stack.token(mail, PASSWORD));
    }
}

package io.niaga.users.partner;

/** What a program proves itself with: shown once, kept by the identity server alone. */
public record ClientSecret(String value) {
    @Override
    public String toString() {
        return "ClientSecret[…]";
    }
}

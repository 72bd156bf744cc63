package io.niaga.system.access;

import io.niaga.testsupport.Answer;
import io.niaga.types.TypeId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People and stores that did not exist before. */
final class People {
    private final World world;

    People(World world) {
        this.world = world;
    }

    /** A person of their own making. */
    record Person(Keycloak keycloak, String id, String mail) {
        String token() {
            return keycloak.person(mail, Traces.PASSWORD);
        }
    }

    /** Somebody new, without any role but a customer's. */
    Person register() {
        String mail = World.word() + "@penguji.example";
        Answer made = world.site
                .gateway()
                .post("/v1/users", Map.of("email", mail, "password", Traces.PASSWORD, "name", Traces.NAME))
                .expect(201);
        return new Person(world.keycloak(), made.text("/id"), mail);
    }

    /** Somebody new whose mail address is known to be theirs. */
    Person proven() {
        Person person = register();
        world.keycloak().prove(person.mail());
        return person;
    }

    /** Somebody new with a role in a store. */
    String appointed(String store, String role) {
        Person person = register();
        world.as("operator")
                .put("/v1/stores/" + store + "/members/" + person.id(), Map.of("roles", List.of(role)))
                .expect(200);
        return person.id();
    }

    String newStore() {
        String id = new TypeId("sto", UUID.randomUUID()).toString();
        world.as("operator")
                .put(
                        "/v1/stores/" + id,
                        Map.of(
                                "name", "Toko Lain",
                                "currency", "IDR",
                                "languages", List.of("id"),
                                "timeZone", "Asia/Jakarta",
                                "countryCode", "ID",
                                "taxRate", "11.00"))
                .expect(201);
        return id;
    }
}

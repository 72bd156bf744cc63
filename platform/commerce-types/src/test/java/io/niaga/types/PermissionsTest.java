package io.niaga.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.types.Grant.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final StoreId HERE = StoreId.of("sto_01h455vb4pex5vsknk084sn02q");
    private static final StoreId THERE = StoreId.of("sto_01h455vb4pex5vsknk084sn02r");
    private final Permissions table = new Permissions(List.of(
            new Grant(Role.ADMINISTRATOR, "product:write", Scope.STORE, List.of("/")),
            new Grant(Role.SELLER, "product:write", Scope.STORE, List.of("/stock")),
            new Grant(Role.PARTNER, "product:write", Scope.STORE, List.of("/variants/*/price"), "prices:write"),
            new Grant(Role.PARTNER, "order:read", Scope.STORE, List.of(), "orders:read"),
            new Grant(Role.OPERATOR, "store:write", Scope.ALL, List.of("/")),
            new Grant(Role.CUSTOMER, "order:read", Scope.OWN, List.of("/"))));

    @Test
    void an_administrator_changes_everything_of_the_own_store() {
        assertThatCode(() -> table.requireFields(
                        member(Role.ADMINISTRATOR, HERE), "product:write", HERE, List.of("/price/amount", "/name/id")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_seller_is_told_every_field_that_is_not_theirs() {
        assertThatThrownBy(() -> table.requireFields(
                        member(Role.SELLER, HERE),
                        "product:write",
                        HERE,
                        List.of("/stock/onHand", "/description/en", "/price")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(CommonProblem.FIELDS_NOT_PERMITTED);
                    assertThat(refused.errors())
                            .extracting(FieldError::pointer)
                            .containsExactly("/description/en", "/price");
                });
    }

    @Test
    void a_field_that_only_begins_like_a_permitted_one_is_not_permitted() {
        assertThatThrownBy(() ->
                        table.requireFields(member(Role.SELLER, HERE), "product:write", HERE, List.of("/stockroom")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_foreign_stores_things_are_not_there() {
        assertRefused(member(Role.SELLER, THERE), HERE, CommonProblem.NOT_FOUND);
    }

    @Test
    void who_holds_the_right_nowhere_is_forbidden_and_who_is_nobody_must_sign_in() {
        assertRefused(customer(), HERE, CommonProblem.FORBIDDEN);
        assertRefused(Actor.Guest.ANONYMOUS, HERE, CommonProblem.UNAUTHENTICATED);
    }

    @Test
    void a_customer_sees_their_own_orders_only() {
        Actor.Person customer = customer();
        Optional<UserId> stranger = Optional.of(UserId.ofSubject(UUID.randomUUID()));
        assertThat(table.allows(customer, "order:read", Optional.of(HERE), Optional.of(customer.id())))
                .isTrue();
        assertThat(table.allows(customer, "order:read", Optional.of(HERE), stranger))
                .isFalse();
        assertThat(table.allows(customer, "order:read", Optional.of(HERE), Optional.empty()))
                .isFalse();
    }

    @Test
    void a_store_role_never_reaches_beyond_its_store() {
        assertThat(table.allowsAll(member(Role.ADMINISTRATOR, HERE), "product:write"))
                .isFalse();
        assertThat(table.allowsAll(new Actor.Person(customer().id(), Set.of(Role.OPERATOR), Map.of()), "store:write"))
                .isTrue();
    }

    @Test
    void a_partner_may_what_role_scope_and_store_allow_together() {
        Actor prices = partner(HERE, "prices:write");
        assertThat(table.allows(prices, "product:write", HERE)).isTrue();
        assertThat(table.allows(prices, "order:read", HERE)).isFalse();
        assertThat(table.allows(prices, "product:write", THERE)).isFalse();
        assertThat(table.allows(partner(HERE), "product:write", HERE)).isFalse();
        assertThat(table.allowsAll(prices, "product:write")).isFalse();
        assertThat(table.allows(partner(HERE, "order:read", "product:write", "*"), "product:write", HERE))
                .isFalse();
        assertRefused(prices, THERE, CommonProblem.NOT_FOUND);
        assertRefused(partner(HERE, "orders:read"), HERE, CommonProblem.FORBIDDEN);
    }

    @Test
    void a_persons_token_is_not_limited_by_scopes_and_a_partners_grant_is_no_persons() {
        assertThat(table.allows(member(Role.ADMINISTRATOR, HERE), "product:write", HERE))
                .isTrue();
        assertThat(table.allows(member(Role.SUPPORT, HERE), "order:read", HERE)).isFalse();
        assertThatThrownBy(() -> new Grant(Role.PARTNER, "a:b", Scope.STORE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Grant(Role.SELLER, "a:b", Scope.STORE, List.of(), "c:d"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_star_stands_for_one_step_of_a_pointer() {
        Actor prices = partner(HERE, "prices:write");
        assertThatCode(() -> table.requireFields(
                        prices, "product:write", HERE, List.of("/variants/A/price", "/variants/B/price/amount")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> table.requireFields(
                        prices,
                        "product:write",
                        HERE,
                        List.of("/variants/A/price", "/variants/A/sku", "/variants", "/price", "/variants/A/b/price")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/price", "/variants", "/variants/A/b/price", "/variants/A/sku"));
    }

    private static Actor partner(StoreId store, String... scopes) {
        return new Actor.Partner("cli_1", Set.of(scopes), Set.of(store));
    }

    private void assertRefused(Actor actor, StoreId store, CommonProblem problem) {
        assertThatThrownBy(() -> table.require(actor, "product:write", store))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static Actor.Person member(Role role, StoreId store) {
        return new Actor.Person(UserId.ofSubject(UUID.randomUUID()), Set.of(), Map.of(store, Set.of(role)));
    }

    private static Actor.Person customer() {
        return new Actor.Person(UserId.ofSubject(UUID.randomUUID()), Set.of(Role.CUSTOMER), Map.of());
    }
}

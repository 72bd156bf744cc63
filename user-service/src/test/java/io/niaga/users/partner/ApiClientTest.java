package io.niaga.users.partner;

import static io.niaga.users.partner.Partners.ID;
import static io.niaga.users.partner.Partners.OPERATOR;
import static io.niaga.users.partner.Partners.OTHER;
import static io.niaga.users.partner.Partners.STORE;
import static io.niaga.users.partner.Partners.WANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.niaga.types.CommonProblem;
import io.niaga.types.ProblemException;
import io.niaga.users.partner.Provisioning.Issued;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ApiClientTest {
    private static Issued issue(Partners.Verbs verbs) {
        return verbs.issue().issue(OPERATOR, ID, WANTED);
    }

    private static int steps(Consumer<Partners.Verbs> deed, String from) {
        AtomicInteger seen = new AtomicInteger();
        Partners partners = from.isEmpty() ? new Partners() : ApiClientMachine.in(from);
        deed.accept(partners.breaking(at -> seen.incrementAndGet() < 0));
        assertThat(seen.get()).isGreaterThan(4);
        return seen.get();
    }

    private static void diesAt(int step, Partners partners, Consumer<Partners.Verbs> deed) {
        AtomicInteger seen = new AtomicInteger();
        try {
            deed.accept(partners.breaking(at -> seen.getAndIncrement() >= step));
        } catch (Dying.Crash dead) {
            return;
        }
        throw new AssertionError("it did not die at " + step);
    }

    private static void isWhole(Partners partners, Issued issued) {
        assertThat(partners.state()).isEqualTo("ACTIVE");
        assertThat(Objects.requireNonNull(issued.secret()).value()).isEqualTo(partners.secrets.get(ID));
        assertThat(partners.groups).containsExactlyInAnyOrder(STORE + "/[PARTNER]", OTHER + "/[PARTNER]");
        assertThat(partners.kept).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> cut_off_anywhere_the_same_request_or_a_new_secret_finishes_it() {
        return IntStream.range(0, steps(ApiClientTest::issue, ""))
                .boxed()
                .flatMap(step -> Stream.of(
                        DynamicTest.dynamicTest("dead at " + step + ", asked again", () -> {
                            Partners partners = new Partners();
                            diesAt(step, partners, ApiClientTest::issue);
                            isWhole(partners, issue(partners.verbs()));
                        }),
                        DynamicTest.dynamicTest("dead at " + step + ", secret renewed", () -> {
                            Partners partners = new Partners();
                            diesAt(step, partners, ApiClientTest::issue);
                            if (partners.kept.containsKey(ID.value())) {
                                isWhole(partners, partners.verbs().renew().renew(OPERATOR, ID));
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> an_end_that_was_decided_is_carried_out_whoever_dies() {
        return IntStream.range(0, steps(v -> v.remove().remove(OPERATOR, ID), "ACTIVE"))
                .mapToObj(step -> DynamicTest.dynamicTest("dead at " + step, () -> {
                    Partners partners = ApiClientMachine.in("ACTIVE");
                    diesAt(step, partners, v -> v.remove().remove(OPERATOR, ID));
                    partners.verbs().remove().sweep();
                    if (partners.state().equals("ACTIVE")) {
                        partners.verbs().remove().remove(OPERATOR, ID);
                    }
                    assertThat(partners.state()).isEqualTo("REMOVED");
                    assertThat(partners.secrets).isEmpty();
                }));
    }

    /** Frozen while it is made or renewed, woken when its end was decided: no program is left that gets tokens. */
    @TestFactory
    Stream<DynamicTest> a_woken_zombie_brings_no_program_back() {
        record Deed(String name, Consumer<Partners.Verbs> deed, String from) {}
        return Stream.of(
                        new Deed("issuing", ApiClientTest::issue, "MAKING"),
                        new Deed("renewing", v -> v.renew().renew(OPERATOR, ID), "ACTIVE"))
                .flatMap(deed -> IntStream.range(0, steps(deed.deed(), deed.from()))
                        .mapToObj(step -> DynamicTest.dynamicTest(deed.name() + " frozen at " + step, () -> {
                            Partners partners = ApiClientMachine.in(deed.from());
                            AtomicInteger seen = new AtomicInteger();
                            try {
                                deed.deed().accept(partners.breaking(at -> {
                                    if (seen.getAndIncrement() == step) {
                                        partners.verbs().remove().remove(OPERATOR, ID);
                                    }
                                    return false;
                                }));
                            } catch (ProblemException late) {
                                assertThat(late.problem()).isEqualTo(CommonProblem.NOT_FOUND);
                            }
                            assertThat(partners.state()).isEqualTo("REMOVED");
                            assertThat(partners.secrets).isEmpty();
                        })));
    }

    @Test
    void a_store_has_only_so_many() {
        Partners partners = new Partners();
        for (int i = 0; i < IssueApiClient.MOST; i++) {
            ApiClientId id = ApiClientId.of("cli_01kavf8g00e4ttm0nbdjqsm%02d0".formatted(i));
            partners.verbs().issue().issue(OPERATOR, id, WANTED);
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> issue(partners.verbs()))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(PartnerProblem.TOO_MANY_API_CLIENTS));
        assertThat(partners.kept).hasSize(IssueApiClient.MOST);
    }

    @Test
    void stores_and_scopes_are_named_once_and_in_order() {
        ApiClient client = ApiClient.asked(
                ID,
                "x",
                List.of(OTHER, STORE, OTHER),
                List.of(PartnerScope.PRICES_WRITE, PartnerScope.ORDERS_READ, PartnerScope.ORDERS_READ),
                new Partners().now);
        assertThat(client.stores()).containsExactly(STORE, OTHER);
        assertThat(client.scopes()).containsExactly(PartnerScope.ORDERS_READ, PartnerScope.PRICES_WRITE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiClient.asked(ID, "x", List.of(), client.scopes(), new Partners().now));
    }

    @Test
    void a_secret_is_in_no_text() {
        assertThat(new ClientSecret("s3cr3t").toString()).doesNotContain("s3cr3t");
    }
}

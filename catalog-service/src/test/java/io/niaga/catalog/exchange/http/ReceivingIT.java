package io.niaga.catalog.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.niaga.catalog.Shop;
import io.niaga.catalog.audit.StaffWrite;
import io.niaga.catalog.exchange.FollowImport;
import io.niaga.catalog.exchange.ImportJob;
import io.niaga.catalog.exchange.MemoryImports;
import io.niaga.catalog.exchange.MemoryUploads;
import io.niaga.catalog.exchange.ReceiveImport;
import io.niaga.catalog.store.ChooseStore;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.Permissions;
import io.niaga.types.Role;
import io.niaga.types.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@NiagaIT
class ReceivingIT {
    private static final Actor.Person OPERATOR =
            new Actor.Person(UserId.of("usr_01kavf8g00e4ttm0nbdjqsmn0n"), Set.of(Role.OPERATOR), Map.of());

    @Autowired
    Api api;

    @Autowired
    ChooseStore stores;

    @Autowired
    Idempotency idempotency;

    @Autowired
    IdSource ids;

    @Autowired
    Permissions permissions;

    @Autowired
    Clock clock;

    private final MemoryUploads uploads = new MemoryUploads();

    @Test
    void the_file_of_an_import_that_was_taken_in_stays_whatever_goes_wrong_then() {
        MemoryImports imports = new MemoryImports() {
            @Override
            public void add(ImportJob added, StaffWrite write) {
                super.add(added, write);
                throw new IllegalStateException("the answer was lost");
            }
        };
        ImportController controller = controller(imports);
        Shop shop = Shop.opened(api);
        IdempotencyKey key = new IdempotencyKey(Shop.key(), "");
        assertThatThrownBy(() -> send(controller, shop, key, "sku,name,price\n"))
                .hasMessage("the answer was lost");
        assertThat(imports.find(null))
                .hasValueSatisfying(
                        job -> assertThat(uploads.has(job.order().upload())).isTrue());
    }

    @Test
    void a_file_that_no_import_was_given_goes_at_once() throws Exception {
        ImportController controller = controller(new MemoryImports());
        Shop shop = Shop.opened(api);
        assertThatThrownBy(() -> send(controller, shop, new IdempotencyKey(Shop.key(), ""), ""))
                .hasMessage("MALFORMED_REQUEST");
        assertThat(uploads.size()).isZero();
        IdempotencyKey key = new IdempotencyKey(Shop.key(), "");
        send(controller, shop, key, "sku,name,price\n");
        assertThatThrownBy(() -> send(controller, shop, key, "sku,name,price,onHand\n"))
                .hasMessage("IDEMPOTENCY_KEY_REUSED");
        send(controller, shop, key, "sku,name,price\n");
        assertThat(uploads.size()).isOne();
    }

    private ImportController controller(MemoryImports imports) {
        return new ImportController(
                new ReceiveImport(imports, uploads, clock),
                new FollowImport(imports, uploads, permissions, clock),
                new ImportController.Receiving(stores, uploads, idempotency, ids, clock));
    }

    private static void send(ImportController controller, Shop shop, IdempotencyKey key, String file) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/v1/product-imports");
        request.setContentType("text/csv");
        request.setContent(file.getBytes(StandardCharsets.UTF_8));
        controller.importProducts(OPERATOR, key, shop.id(), false, request);
    }
}

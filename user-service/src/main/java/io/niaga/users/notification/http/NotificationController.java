package io.niaga.users.notification.http;

import io.niaga.service.http.Cursor;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.openapi.Among;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.niaga.users.notification.Delivery;
import io.niaga.users.notification.DeliveryState;
import io.niaga.users.notification.Notification;
import io.niaga.users.notification.NotificationKind;
import io.niaga.users.notification.Notifications;
import io.niaga.users.notification.ReadNotifications;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotificationController {
    private final ReadNotifications read;

    NotificationController(ReadNotifications read) {
        this.read = read;
    }

    record NotificationJson(
            String id,
            String orderId,
            String storeId,
            @Among(NotificationKind.class) String type,
            @Schema(allowableValues = "MAIL") String channel,
            @Among(DeliveryState.class) String state,
            @Nullable String reason,
            @Nullable String recipient,
            @Nullable String subject,
            Instant createdAt,
            @Nullable Instant sentAt) {
        static NotificationJson of(Notification n) {
            Delivery delivery = n.delivery();
            return new NotificationJson(
                    n.id().value(),
                    n.topic().orderId(),
                    n.topic().storeId(),
                    n.topic().kind().name(),
                    "MAIL",
                    DeliveryState.of(delivery).name(),
                    reason(delivery),
                    n.recipient(),
                    n.subject(),
                    n.topic().at(),
                    delivery instanceof Delivery.Sent sent ? sent.at() : null);
        }

        private static @Nullable String reason(Delivery delivery) {
            return switch (delivery) {
                case Delivery.Queued _, Delivery.Sent _ -> null;
                case Delivery.Failed failed -> failed.reason();
                case Delivery.Suppressed suppressed -> suppressed.reason();
            };
        }
    }

    @Operation(
            summary = "List what was written about an order, or by a store",
            description = "With a state: only what became that, such as FAILED, or waits: QUEUED.")
    @GetMapping("/v1/notifications")
    ResponseEntity<Page<NotificationJson>> listNotifications(
            Actor actor,
            @RequestParam(required = false) @Nullable String orderId,
            @RequestParam(required = false) @Nullable StoreId store,
            @RequestParam(required = false) @Nullable DeliveryState state,
            PageRequest page) {
        if (orderId != null) {
            List<NotificationJson> items = read.ofOrder(actor, orderId).stream()
                    .filter(n -> state == null || DeliveryState.of(n.delivery()) == state)
                    .map(NotificationJson::of)
                    .toList();
            return Pages.response(new Page<>(items, null), page);
        }
        if (store == null) {
            throw CommonProblem.INVALID_PARAMETER.with("parameter", "orderId");
        }
        String after = page.after();
        Page<Notification> found = read.ofStore(
                actor,
                new Notifications.Listed(store.value(), state),
                page.limit(),
                after == null ? null : Cursor.decode(after, 1).getFirst());
        String next = found.nextCursor();
        List<NotificationJson> items =
                found.items().stream().map(NotificationJson::of).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }
}

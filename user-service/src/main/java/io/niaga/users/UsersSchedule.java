package io.niaga.users;

import io.niaga.users.notification.SendNotifications;
import io.niaga.users.partner.RemoveApiClient;
import org.springframework.scheduling.annotation.Scheduled;

/** What is looked after again and again: letters to send, partners' programs to end. */
final class UsersSchedule {
    private final SendNotifications send;
    private final RemoveApiClient remove;

    UsersSchedule(SendNotifications send, RemoveApiClient remove) {
        this.send = send;
        this.remove = remove;
    }

    @Scheduled(fixedDelayString = "${niaga.user.sweep:1s}")
    void send() {
        send.sendDue();
    }

    @Scheduled(fixedDelayString = "${niaga.user.client-sweep:30s}")
    void endClients() {
        remove.sweep();
    }
}

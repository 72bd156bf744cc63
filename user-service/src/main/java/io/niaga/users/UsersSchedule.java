package io.niaga.users;

import io.niaga.users.notification.SendNotifications;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends queued letters again and again. */
final class UsersSchedule {
    private final SendNotifications send;

    UsersSchedule(SendNotifications send) {
        this.send = send;
    }

    @Scheduled(fixedDelayString = "${niaga.user.sweep:1s}")
    void send() {
        send.sendDue();
    }
}

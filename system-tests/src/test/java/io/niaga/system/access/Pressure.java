package io.niaga.system.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends attacks as somebody, and writes down what was not answered as it should be. */
final class Pressure {
    private final World world;
    private final Calls calls;
    private final Raw gateway;
    final List<String> wrong = new ArrayList<>();
    int tried;

    Pressure(World world) {
        this.world = world;
        this.calls = new Calls(world);
        this.gateway = new Raw(world.site.ports().base());
    }

    Raw.Reply send(Row row, String actor, Attack attack) {
        tried++;
        Map<String, String> headers = new HashMap<>(world.actors.credentials(actor));
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        String match = calls.match(row, actor);
        if (!match.isEmpty()) {
            headers.put("If-Match", match);
        }
        if (!attack.type().isEmpty()) {
            headers.put("Content-Type", attack.type());
        }
        Raw.Reply reply = gateway.send(attack.method(), attack.path(), headers, attack.bytes());
        int status = reply.status();
        // Refused for the version it names or for its number, the rest of it was not looked at.
        boolean lookedAt = status != 412 && status != 429;
        boolean right = lookedAt && (attack.refused() ? status >= 400 && status < 500 : status > 0 && status < 500);
        // Before it has read so long an address the server itself refuses it: a known limit.
        boolean explained = status < 400 || status == 414 || !reply.code().isEmpty();
        if (!right || !explained) {
            String path = attack.path().length() > 120 ? attack.path().substring(0, 120) + "…" : attack.path();
            String text = reply.text();
            wrong.add(row + " as " + actor + ", " + attack.flaw() + ": " + attack.method() + " " + path + " -> "
                    + status + " "
                    + text.substring(0, Math.min(text.length(), 900)).replaceAll("\\s+", " "));
        }
        return reply;
    }
}

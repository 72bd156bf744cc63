package io.niaga.testsupport;

import java.util.ArrayList;
import java.util.List;

/** Requests from somebody who is not who they say. */
final class BadTokens {
    private BadTokens() {}

    static List<Probe> of(Probe good) {
        List<Probe> probes = new ArrayList<>();
        HostileTokens.all()
                .forEach((why, token) -> probes.add(good.named("token: " + why, Verdict.UNAUTHENTICATED)
                        .header("Authorization", "Bearer " + token)));
        for (String other : List.of("Bearer", "Basic b3BlcmF0b3I6b3BlcmF0b3I=", "Digest username=\"operator\"", "x")) {
            probes.add(good.named("Authorization: " + other, Verdict.CALM).header("Authorization", other));
        }
        return probes;
    }
}

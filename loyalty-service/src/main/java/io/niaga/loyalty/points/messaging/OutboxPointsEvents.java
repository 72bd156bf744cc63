package io.niaga.loyalty.points.messaging;

import io.niaga.events.Topics;
import io.niaga.events.loyalty.PointsClawedBackV1;
import io.niaga.events.loyalty.PointsEarnedV1;
import io.niaga.loyalty.points.Member;
import io.niaga.loyalty.points.PointsEntry;
import io.niaga.messaging.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/** What a member's write tells: each entry to the ledger, and points that came or went to everybody. */
public final class OutboxPointsEvents implements Function<Member, List<Outgoing>> {
    private final String ledger;
    private final Function<PointsEntry, Document> entry;

    public OutboxPointsEvents(String ledger, Function<PointsEntry, Document> entry) {
        this.ledger = ledger;
        this.entry = entry;
    }

    @Override
    public List<Outgoing> apply(Member member) {
        List<Outgoing> told = new ArrayList<>();
        for (PointsEntry happened : member.entries()) {
            told.add(Outgoing.local(ledger, happened.kind().name(), entry.apply(happened)));
            switch (happened.kind()) {
                case EARNED -> told.add(Outgoing.to(Topics.LOYALTY, PointsEarnedV1.TYPE, earned(member, happened)));
                case CLAWED_BACK ->
                    told.add(Outgoing.to(Topics.LOYALTY, PointsClawedBackV1.TYPE, clawedBack(member, happened)));
                case PENDING, CANCELLED, REDUCED -> {}
            }
        }
        return told;
    }

    private static PointsClawedBackV1 clawedBack(Member member, PointsEntry entry) {
        return new PointsClawedBackV1(
                member.id().value(),
                member.id().user().value(),
                entry.store().value(),
                entry.points(),
                entry.orderId(),
                entry.at());
    }

    private static PointsEarnedV1 earned(Member member, PointsEntry entry) {
        return new PointsEarnedV1(
                member.id().value(),
                member.id().user().value(),
                entry.store().value(),
                entry.points(),
                entry.orderId(),
                entry.at());
    }
}

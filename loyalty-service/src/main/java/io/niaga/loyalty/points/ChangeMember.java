package io.niaga.loyalty.points;

import io.niaga.types.CommonProblem;
import io.niaga.types.UseCase;
import java.util.function.Consumer;

/** Loads a member (or lets one join), makes a change, saves; begins again when someone else was faster. */
@UseCase
public final class ChangeMember {
    private static final int TRIES = 8;
    private final Members members;

    public ChangeMember(Members members) {
        this.members = members;
    }

    public void apply(MemberId id, Consumer<Member> change) {
        for (int i = 0; i < TRIES; i++) {
            Member known = members.find(id).orElse(null);
            Member member = known == null ? Member.join(id) : known;
            change.accept(member);
            if (known == null ? members.add(member) : !member.isChanged() || members.save(member)) {
                return;
            }
        }
        throw CommonProblem.CONCURRENT_CHANGE.now();
    }
}

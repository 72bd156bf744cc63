package io.niaga.fulfillment.reservation.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.niaga.fulfillment.reservation.Reservation;
import io.niaga.fulfillment.reservation.ReservationId;
import io.niaga.fulfillment.reservation.ReservationState;
import io.niaga.fulfillment.reservation.Reservations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document per reservation. They tell nothing: what becomes of an order is the order's to tell. */
public final class MongoReservations implements Reservations {
    private static final String STATE = "state";
    private static final List<String> ROLLING = states(ReservationState::rollsForward);
    private static final List<String> OPEN = states(ReservationState::holdsUnits);
    private static final CountOptions AT_MOST = new CountOptions().limit(MOST_COUNTED);

    private final MongoCollection<Document> all;

    public MongoReservations(MongoTemplate mongo) {
        this.all = mongo.getCollection("reservations")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        all.createIndex(Indexes.ascending(STATE, "changedAt"));
        all.createIndex(Indexes.ascending(STATE, "payBy"));
    }

    private static List<String> states(Predicate<ReservationState> which) {
        return Arrays.stream(ReservationState.values())
                .filter(which)
                .map(Enum::name)
                .toList();
    }

    @Override
    public Optional<Reservation> find(ReservationId id) {
        return Optional.ofNullable(all.find(Filters.eq("_id", id.value())).first())
                .map(ReservationMapping::read);
    }

    @Override
    public Optional<Reservation> insert(Reservation reservation) {
        Document document = ReservationMapping.of(reservation, 1);
        try {
            all.insertOne(document);
            return Optional.of(ReservationMapping.read(document));
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    @Override
    public Optional<Reservation> replace(Reservation changed) {
        Document document = ReservationMapping.of(changed, changed.version() + 1);
        boolean written = all.replaceOne(
                                Filters.and(
                                        Filters.eq("_id", changed.id().value()),
                                        Filters.eq("version", changed.version())),
                                document)
                        .getMatchedCount()
                == 1;
        return written ? Optional.of(ReservationMapping.read(document)) : Optional.empty();
    }

    @Override
    public List<Reservation> leftRolling(Instant before, int limit) {
        return all.find(Filters.and(Filters.in(STATE, ROLLING), Filters.lt("changedAt", Date.from(before))))
                .limit(limit)
                .map(ReservationMapping::read)
                .into(new ArrayList<>());
    }

    @Override
    public long open() {
        return all.countDocuments(Filters.in(STATE, OPEN), AT_MOST);
    }

    @Override
    public long heldPast(Instant deadline) {
        return all.countDocuments(
                Filters.and(
                        Filters.eq(STATE, ReservationState.HELD.name()),
                        Filters.gt("payBy", Date.from(Instant.EPOCH)),
                        Filters.lt("payBy", Date.from(deadline))),
                AT_MOST);
    }
}

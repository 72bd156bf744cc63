package io.niaga.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;

/** The movements of one row, kept small until all are there. */
final class Movements {
    private record Step(long number, long before, long after) {}

    private final List<Step> steps = new ArrayList<>();
    private long safety;
    private long damaged;
    private boolean tellsDamaged;

    void take(Document movement) {
        String id = Fields.id(movement);
        steps.add(new Step(
                Long.parseLong(id.substring(id.lastIndexOf('/') + 1)),
                Fields.number(movement, "onHandBefore"),
                Fields.number(movement, "onHandAfter")));
        safety += Fields.number(movement, "safetyAfter") - Fields.number(movement, "safetyBefore");
        tellsDamaged = tellsDamaged || Fields.has(movement, "damagedAfter");
        damaged += Fields.number(movement, "damagedAfter") - Fields.number(movement, "damagedBefore");
    }

    StockCase.Moved fold(String row) {
        steps.sort(Comparator.comparingLong(Step::number));
        long onHand = 0;
        String gap = "";
        for (Step step : steps) {
            if (gap.isEmpty() && step.before() != onHand) {
                gap = row + "/" + step.number();
            }
            onHand += step.after() - step.before();
        }
        return new StockCase.Moved(onHand, safety, damaged, tellsDamaged, gap);
    }
}

package io.niaga.fulfillment.warehouse;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with warehouses. */
public enum WarehouseProblem implements Problem {
    NO_WAREHOUSE(ProblemKind.CONFLICT, "The store {store} has no warehouse yet."),
    WAREHOUSE_STORE_FIXED(ProblemKind.CONFLICT, "The warehouse {warehouse} belongs to another store and stays there."),
    DEFAULT_WAREHOUSE_REQUIRED(
            ProblemKind.CONFLICT, "The warehouse {warehouse} is the store's default until another one is made it."),
    TOO_MANY_WAREHOUSES(ProblemKind.CONFLICT, "A store has at most {most} warehouses.");

    private final ProblemKind kind;
    private final String detail;

    WarehouseProblem(ProblemKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}

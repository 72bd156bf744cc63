package io.niaga.reporting.sales;

import io.niaga.types.Problem;
import io.niaga.types.ProblemKind;

/** What can go wrong with a report. */
public enum ReportProblem implements Problem {
    REPORT_PERIOD_INVALID(
            ProblemKind.INVALID, "A period runs from a day to the same or a later one, at most {most} days.");

    private final ProblemKind kind;
    private final String detail;

    ReportProblem(ProblemKind kind, String detail) {
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

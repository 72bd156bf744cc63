package io.niaga.reporting;

import io.niaga.reporting.sales.RebuildSales;
import io.niaga.reporting.sales.SalesRebuild;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** {@code POST /actuator/rebuild/sales?repair=false} on the management port: compares the sales with a rebuild. */
@Endpoint(id = "rebuild")
final class RebuildEndpoint {
    private final RebuildSales sales;

    RebuildEndpoint(RebuildSales sales) {
        this.sales = sales;
    }

    @WriteOperation
    WebEndpointResponse<SalesRebuild.Difference> rebuild(@Selector String projection, @Nullable Boolean repair) {
        return projection.equals("sales")
                ? new WebEndpointResponse<>(sales.compare(repair != null && repair))
                : new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
    }
}

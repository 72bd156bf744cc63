package io.niaga.orders;

import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** Lends the service's converter to tests of the rooms that write documents. */
public final class OrdersDocumentsAccess {
    private OrdersDocumentsAccess() {}

    public static MappingMongoConverter converter() {
        return OrdersDocuments.converter();
    }
}

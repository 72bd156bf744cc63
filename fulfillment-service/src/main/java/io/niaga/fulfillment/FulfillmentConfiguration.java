package io.niaga.fulfillment;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.fulfillment.carrier.Carriers;
import io.niaga.fulfillment.promise.MakePromise;
import io.niaga.fulfillment.promise.PutShippingTable;
import io.niaga.fulfillment.promise.ReadShippingTable;
import io.niaga.fulfillment.promise.ShippingTables;
import io.niaga.fulfillment.promise.messaging.OutboxShippingTableEvents;
import io.niaga.fulfillment.promise.mongo.MongoShippingTables;
import io.niaga.fulfillment.receiving.Origins;
import io.niaga.fulfillment.receiving.PuttingBack;
import io.niaga.fulfillment.receiving.RestockReturn;
import io.niaga.fulfillment.receiving.Restocks;
import io.niaga.fulfillment.receiving.SettleRestocks;
import io.niaga.fulfillment.receiving.mongo.MongoRestocks;
import io.niaga.fulfillment.reservation.ChangeAddress;
import io.niaga.fulfillment.reservation.CommitReservation;
import io.niaga.fulfillment.reservation.PickReservation;
import io.niaga.fulfillment.reservation.Planning;
import io.niaga.fulfillment.reservation.ReleaseReservation;
import io.niaga.fulfillment.reservation.Reservations;
import io.niaga.fulfillment.reservation.Reserve;
import io.niaga.fulfillment.reservation.RollingForward;
import io.niaga.fulfillment.reservation.RowOperations;
import io.niaga.fulfillment.reservation.SettleLeftovers;
import io.niaga.fulfillment.reservation.Taking;
import io.niaga.fulfillment.reservation.mongo.MongoReservations;
import io.niaga.fulfillment.shipment.Fulfillments;
import io.niaga.fulfillment.shipment.HearOrder;
import io.niaga.fulfillment.shipment.ReaddressFulfillment;
import io.niaga.fulfillment.shipment.ReportShortage;
import io.niaga.fulfillment.stock.CountStock;
import io.niaga.fulfillment.stock.ImportCounts;
import io.niaga.fulfillment.stock.LowStock;
import io.niaga.fulfillment.stock.Movements;
import io.niaga.fulfillment.stock.ReadStock;
import io.niaga.fulfillment.stock.Stocks;
import io.niaga.fulfillment.stock.messaging.MovementWriter;
import io.niaga.fulfillment.stock.messaging.OutboxStockEvents;
import io.niaga.fulfillment.stock.mongo.MongoMovements;
import io.niaga.fulfillment.stock.mongo.MongoStocks;
import io.niaga.fulfillment.stock.mongo.Parallel;
import io.niaga.fulfillment.warehouse.PutWarehouse;
import io.niaga.fulfillment.warehouse.ReadWarehouses;
import io.niaga.fulfillment.warehouse.Warehouses;
import io.niaga.fulfillment.warehouse.messaging.OutboxWarehouseEvents;
import io.niaga.fulfillment.warehouse.mongo.MongoWarehouses;
import io.niaga.messaging.Outboxes;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Permissions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
@Import(ShipmentWiring.class)
class FulfillmentConfiguration {

    @Bean
    Warehouses warehouses(Outboxes outboxes, AuditTrail audit) {
        return new MongoWarehouses(outboxes.collection("warehouses"), new OutboxWarehouseEvents(audit)::of);
    }

    @Bean
    PutWarehouse putWarehouse(Warehouses warehouses, Permissions permissions) {
        return new PutWarehouse(warehouses, permissions);
    }

    @Bean
    ReadWarehouses readWarehouses(Warehouses warehouses, Permissions permissions) {
        return new ReadWarehouses(warehouses, permissions);
    }

    @Bean
    LowStock lowStock(FulfillmentProperties settings) {
        return new LowStock(settings.stock().lowAt());
    }

    @Bean
    Parallel bulkWriters(FulfillmentProperties settings) {
        return new Parallel(settings.stock().bulkWriters());
    }

    @Bean
    MongoStocks stocks(Outboxes outboxes, AuditTrail audit, Parallel bulkWriters) {
        return new MongoStocks(
                outboxes.collection("stock", MongoStocks.lastWord(OutboxStockEvents::availability)),
                new OutboxStockEvents(audit)::of,
                bulkWriters);
    }

    @Bean
    Movements movements(MongoTemplate mongo) {
        return new MongoMovements(mongo);
    }

    @Bean
    MovementWriter movementWriter(Movements movements) {
        return new MovementWriter(movements);
    }

    @Bean
    CountStock countStock(Stocks stocks, Warehouses warehouses, Permissions permissions, LowStock low, Clock clock) {
        return new CountStock(stocks, warehouses, permissions, low, clock);
    }

    @Bean
    ImportCounts importCounts(Stocks stocks, Warehouses warehouses, LowStock low, Clock clock) {
        return new ImportCounts(stocks, warehouses, low, clock);
    }

    @Bean
    ReadStock readStock(Stocks stocks, Movements movements, Warehouses warehouses, Permissions permissions) {
        return new ReadStock(stocks, movements, warehouses, permissions);
    }

    @Bean
    Reservations reservations(MongoTemplate mongo) {
        return new MongoReservations(mongo);
    }

    @Bean
    ReservationMeters reservationMeters(MeterRegistry meters, Reservations reservations, Clock clock) {
        return new ReservationMeters(meters, reservations, clock);
    }

    @Bean
    RowOperations rowOperations(Stocks stocks, LowStock low) {
        return new RowOperations(stocks, low);
    }

    @Bean
    RollingForward rollingForward(Reservations reservations, Stocks stocks, RowOperations rows, LowStock low) {
        return new RollingForward(reservations, stocks, rows, low);
    }

    @Bean
    Taking taking(
            Reservations reservations,
            Stocks stocks,
            Warehouses warehouses,
            RowOperations rows,
            ReservationMeters meters) {
        return new Taking(reservations, stocks, new Planning(stocks, warehouses), rows, meters);
    }

    @Bean
    Reserve reserve(Reservations reservations, Taking taking, RollingForward rolling, RowOperations rows, Clock clock) {
        return new Reserve(reservations, taking, rolling, rows, clock);
    }

    @Bean
    CommitReservation commitReservation(Reservations reservations, Clock clock) {
        return new CommitReservation(reservations, clock);
    }

    @Bean
    ReleaseReservation releaseReservation(
            Reservations reservations, RollingForward rolling, RowOperations rows, Clock clock) {
        return new ReleaseReservation(reservations, rolling, rows, clock);
    }

    @Bean
    ChangeAddress changeAddress(Reservations reservations, Fulfillments fulfillments) {
        return new ChangeAddress(reservations, new ReaddressFulfillment(fulfillments, reservations));
    }

    @Bean
    PickReservation pickReservation(Reservations reservations, RollingForward rolling, Clock clock) {
        return new PickReservation(reservations, rolling, clock);
    }

    @Bean
    SettleLeftovers settleLeftovers(
            Reservations reservations,
            Stocks stocks,
            RollingForward rolling,
            RowOperations rows,
            SettleLeftovers.Work work) {
        return new SettleLeftovers(reservations, stocks, rolling, rows, work);
    }

    @Bean
    SettleLeftovers.Work settlingWork(ReservationMeters meters, Clock clock) {
        return new SettleLeftovers.Work(meters, clock);
    }

    @Bean
    Restocks restocks(MongoTemplate mongo) {
        return new MongoRestocks(mongo);
    }

    @Bean
    PuttingBack puttingBack(Restocks restocks, Stocks stocks, LowStock low) {
        return new PuttingBack(restocks, stocks, low);
    }

    @Bean
    RestockReturn restockReturn(
            Restocks restocks, Reservations reservations, Warehouses warehouses, PuttingBack putting, Clock clock) {
        return new RestockReturn(restocks, new Origins(reservations, warehouses), putting, clock);
    }

    @Bean
    SettleRestocks settleRestocks(Restocks restocks, Stocks stocks, PuttingBack putting, Clock clock) {
        return new SettleRestocks(restocks, stocks, putting, clock);
    }

    @Bean
    ShippingTables shippingTables(Outboxes outboxes, AuditTrail audit) {
        return new MongoShippingTables(
                outboxes.collection("shipping_tables"), new OutboxShippingTableEvents(audit)::of);
    }

    @Bean
    PutShippingTable putShippingTable(ShippingTables tables, Carriers carriers, Permissions permissions) {
        return new PutShippingTable(tables, carriers, permissions);
    }

    @Bean
    ReadShippingTable readShippingTable(ShippingTables tables, Permissions permissions) {
        return new ReadShippingTable(tables, permissions);
    }

    @Bean
    MakePromise makePromise(ShippingTables tables, Stocks stocks, LowStock low, Clock clock) {
        return new MakePromise(tables, stocks, low, clock);
    }

    @Bean
    FulfillmentSchedule fulfillmentSchedule(
            SettleLeftovers settle,
            SettleRestocks settleRestocks,
            HearOrder hear,
            ReportShortage shortages,
            ReservationMeters meters) {
        return new FulfillmentSchedule(settle, settleRestocks, hear, shortages, meters);
    }
}

package io.niaga.reporting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.messaging.Outboxes;
import io.niaga.messaging.Replay;
import io.niaga.messaging.Subscription;
import io.niaga.reporting.conversion.CloseDays;
import io.niaga.reporting.conversion.ConversionDays;
import io.niaga.reporting.conversion.ReadConversion;
import io.niaga.reporting.conversion.RecordVisits;
import io.niaga.reporting.conversion.Stores;
import io.niaga.reporting.conversion.Visits;
import io.niaga.reporting.conversion.messaging.PlacementListener;
import io.niaga.reporting.conversion.messaging.VisitListener;
import io.niaga.reporting.conversion.mongo.MongoConversion;
import io.niaga.reporting.conversion.mongo.MongoConversionDays;
import io.niaga.reporting.conversion.mongo.MongoStores;
import io.niaga.reporting.dashboard.Links;
import io.niaga.reporting.dashboard.ReadDashboard;
import io.niaga.reporting.dashboard.ShareDashboard;
import io.niaga.reporting.dashboard.messaging.OutboxLinkEvents;
import io.niaga.reporting.dashboard.mongo.MongoLinks;
import io.niaga.reporting.sales.ReadSales;
import io.niaga.reporting.sales.RebuildSales;
import io.niaga.reporting.sales.messaging.ReplayedSales;
import io.niaga.reporting.sales.messaging.SalesListener;
import io.niaga.reporting.sales.mongo.MongoSales;
import io.niaga.reporting.sales.mongo.MongoSalesRebuild;
import io.niaga.service.audit.AuditTrail;
import io.niaga.types.Permissions;
import io.niaga.types.TypeId;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@Configuration(proxyBeanMethods = false)
class ReportingConfiguration {
    @Bean
    MongoSales sales(MongoTemplate mongo) {
        return new MongoSales(mongo);
    }

    @Bean
    ReadSales readSales(MongoSales sales, Permissions permissions) {
        return new ReadSales(sales, permissions);
    }

    @Bean
    Subscription salesOrders(MongoSales sales) {
        return new SalesListener(sales).orders();
    }

    @Bean
    Subscription salesPayments(MongoSales sales) {
        return new SalesListener(sales).payments();
    }

    @Bean
    MongoConversion conversion(MongoTemplate mongo) {
        return new MongoConversion(mongo);
    }

    @Bean
    ConversionDays conversionDays(MongoConversion conversion) {
        return new MongoConversionDays(conversion);
    }

    @Bean
    Stores knownStores(MongoTemplate mongo) {
        return new MongoStores(mongo);
    }

    @Bean
    ReadConversion readConversion(ConversionDays days, Permissions permissions) {
        return new ReadConversion(days, permissions);
    }

    @Bean
    ReportingSchedule reportingSchedule(ConversionDays days, Clock clock, ReportingProperties settings) {
        return new ReportingSchedule(new CloseDays(days, clock, settings.openDays()));
    }

    @Bean
    Subscription behaviour(
            Visits visits, Stores stores, Clock clock, ReportingProperties settings, MeterRegistry meters) {
        RecordVisits record = new RecordVisits(visits, stores, clock, settings.openDays());
        Counter late = Counter.builder("niaga.reporting.behaviour.late")
                .description("Deeds of days that were closed already; they are not counted")
                .register(meters);
        return new VisitListener(deeds -> late.increment(record.record(deeds))).behaviour();
    }

    @Bean
    Subscription placedOrders(MongoConversion conversion, Stores stores) {
        return new PlacementListener(conversion, stores).orders();
    }

    @Bean
    Subscription stores(MongoConversion conversion, Stores stores) {
        return new PlacementListener(conversion, stores).stores();
    }

    @Bean
    ReadDashboard readDashboard(
            MongoSales sales, ConversionDays conversion, Stores stores, Permissions permissions, Clock clock) {
        return new ReadDashboard(sales, conversion, stores, permissions, clock);
    }

    @Bean
    ShareDashboard shareDashboard(Links links, Permissions permissions, Clock clock, ReportingProperties settings) {
        Supplier<TypeId> secrets = () -> new TypeId("lnk", UUID.randomUUID());
        return new ShareDashboard(links, permissions, clock, secrets, settings.linkLifetime());
    }

    @Bean
    Links links(Outboxes outboxes, AuditTrail audit) {
        return new MongoLinks(outboxes.collection("dashboard_links"), new OutboxLinkEvents(audit)::made);
    }

    @Bean
    RebuildEndpoint rebuildEndpoint(MongoTemplate mongo, MongoSales sales, Replay replay) {
        return new RebuildEndpoint(
                new RebuildSales(new ReplayedSales(replay), new MongoSalesRebuild(mongo, sales), sales));
    }
}

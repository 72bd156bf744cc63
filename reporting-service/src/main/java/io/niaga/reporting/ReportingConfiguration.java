package io.niaga.reporting;

import io.niaga.messaging.Subscription;
import io.niaga.reporting.sales.ReadSales;
import io.niaga.reporting.sales.messaging.SalesListener;
import io.niaga.reporting.sales.mongo.MongoSales;
import io.niaga.types.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

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
}

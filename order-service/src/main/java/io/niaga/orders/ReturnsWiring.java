package io.niaga.orders;

import com.mongodb.WriteConcern;
import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.messaging.LocalWriter;
import io.niaga.orders.order.OrderAccess;
import io.niaga.orders.order.Orders;
import io.niaga.orders.returns.AdvanceReturns;
import io.niaga.orders.returns.ChangeReturn;
import io.niaga.orders.returns.RequestReturn;
import io.niaga.orders.returns.Restocks;
import io.niaga.orders.returns.ReturnAccess;
import io.niaga.orders.returns.ReturnLists;
import io.niaga.orders.returns.ReturnProcess;
import io.niaga.orders.returns.ReturnRefunds;
import io.niaga.orders.returns.ReturnRules;
import io.niaga.orders.returns.ShowReturns;
import io.niaga.orders.returns.messaging.ListedReturns;
import io.niaga.orders.returns.mongo.MongoReturnLists;
import io.niaga.types.IdSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The part of {@link OrdersConfiguration} that is about returns. */
class ReturnsWiring {
    @Bean
    ReturnRules returnRules(OrdersProperties properties) {
        OrdersProperties.Returns knobs = properties.returns();
        return new ReturnRules(knobs.window(), knobs.answerWithin(), knobs.sendWithin(), knobs.inspectWithin());
    }

    @Bean
    ReturnLists returnLists(MongoDatabaseFactory databases) {
        return new MongoReturnLists(databases
                .getMongoDatabase()
                .getCollection("returns")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true)));
    }

    @Bean
    LocalWriter listedReturns(ReturnLists lists) {
        return new ListedReturns(lists);
    }

    @Bean
    ReturnAccess returnAccess(OrderAccess orders) {
        return new ReturnAccess(orders);
    }

    @Bean
    ReturnProcess returnProcess(ReturnRules rules) {
        return new ReturnProcess(rules);
    }

    @Bean
    ReturnMeters returnMeters(MeterRegistry meters) {
        return new ReturnMeters(meters);
    }

    @Bean
    AdvanceReturns.Means returnMeans(
            Restocks restocks, ReturnRefunds refunds, ReturnMeters watch, OrdersProperties properties) {
        return new AdvanceReturns.Means(
                restocks, refunds, watch, properties.checkout().lease());
    }

    @Bean
    AdvanceReturns advanceReturns(Orders orders, ReturnProcess process, AdvanceReturns.Means means, Clock clock) {
        return new AdvanceReturns(orders, process, means, clock);
    }

    @Bean
    RequestReturn requestReturn(
            Orders orders, ReturnLists lists, ReturnAccess access, AdvanceReturns advance, IdSource ids) {
        return new RequestReturn(orders, lists, access, advance, ids);
    }

    @Bean
    ChangeReturn changeReturn(
            Orders orders, ReturnLists lists, ReturnAccess access, ReturnProcess process, AdvanceReturns advance) {
        return new ChangeReturn(orders, lists, access, process, advance);
    }

    @Bean
    ShowReturns showReturns(Orders orders, ReturnLists lists, ReturnAccess access) {
        return new ShowReturns(orders, lists, access);
    }
}

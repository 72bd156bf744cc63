package io.niaga.service.start;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import io.niaga.types.IdSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** The clock, the source of ids, an orderly end, and a database client that acknowledges only what is durable. */
@AutoConfiguration(before = MongoAutoConfiguration.class)
@EnableConfigurationProperties({ClockProperties.class, ShutdownProperties.class})
public class StartAutoConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(StartAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Clock clock(ClockProperties properties, @Value("${niaga.sandbox.enabled:false}") boolean sandbox) {
        Duration offset = sandbox ? properties.offset() : Duration.ZERO;
        if (!properties.offset().isZero()) {
            LOG.warn("the clock's offset {} is {}", properties.offset(), sandbox ? "in force" : "ignored: no sandbox");
        }
        // Documents keep milliseconds: what is answered at once and what is read later are the same moment.
        return Clock.tick(Clock.offset(Clock.systemUTC(), offset), Duration.ofMillis(1));
    }

    @Bean
    @ConditionalOnMissingBean
    IdSource idSource(Clock clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Bean
    Drain drain(ApplicationContext context, ShutdownProperties properties) {
        return new Drain(context, properties.drain());
    }

    /** Bounded waits: a database that does not answer must not pile up requests. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(50).maxWaitTime(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }
}

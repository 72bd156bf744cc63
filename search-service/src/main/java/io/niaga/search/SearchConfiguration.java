package io.niaga.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.niaga.search.behaviour.BehaviourStream;
import io.niaga.search.behaviour.RecordBehaviour;
import io.niaga.search.behaviour.lucene.IndexedProducts;
import io.niaga.search.behaviour.messaging.KafkaBehaviour;
import io.niaga.search.index.lucene.LuceneIndex;
import io.niaga.search.index.messaging.FeedPace;
import io.niaga.search.index.messaging.IndexFeed;
import io.niaga.search.index.messaging.IndexFill;
import io.niaga.search.query.Completions;
import io.niaga.search.query.Shelf;
import io.niaga.search.query.lucene.LuceneCompletions;
import io.niaga.search.query.lucene.LuceneShelf;
import io.niaga.search.text.lucene.Words;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    Words words() {
        return new Words();
    }

    @Bean(destroyMethod = "")
    LuceneIndex index(SearchProperties settings, Words words) {
        return new LuceneIndex(settings.indexDirectory(), words);
    }

    @Bean
    Shelf shelf(LuceneIndex index, Words words) {
        return new LuceneShelf(index, words);
    }

    @Bean
    Completions completions(LuceneIndex index, Words words) {
        return new LuceneCompletions(index, words);
    }

    @Bean
    FeedPace feedPace(SearchProperties settings) {
        return new FeedPace(settings.refreshInterval(), settings.commitInterval(), settings.longestAbsence());
    }

    @Bean
    Supplier<Consumer<String, byte[]>> indexConsumers(KafkaProperties kafka, KafkaConnectionDetails broker) {
        Map<String, Object> settings = consumer(kafka, broker);
        return () -> new KafkaConsumer<>(settings);
    }

    @Bean
    IndexFeed indexFeed(
            LuceneIndex index,
            Supplier<Consumer<String, byte[]>> indexConsumers,
            FeedPace pace,
            Clock clock,
            MeterRegistry meters) {
        return new IndexFeed(index, indexConsumers, pace, clock, meters);
    }

    @Bean
    IndexFill indexFill(Supplier<Consumer<String, byte[]>> indexConsumers, FeedPace pace, Clock clock) {
        return new IndexFill(indexConsumers, pace, clock);
    }

    @Bean
    RebuildEndpoint rebuildEndpoint(LuceneIndex index, Words words, IndexFill fill, SearchProperties settings) {
        return new RebuildEndpoint(index, words, fill, settings.indexDirectory());
    }

    @Bean
    HealthIndicator indexHealthIndicator(IndexFeed feed) {
        return () ->
                feed.isReady() ? Health.up().build() : Health.outOfService().build();
    }

    @Bean
    RecordBehaviour recordBehaviour(LuceneIndex index, BehaviourStream stream, Clock clock) {
        return new RecordBehaviour(new IndexedProducts(index), stream, clock);
    }

    @Bean
    BehaviourStream behaviourStream(Producer<String, byte[]> behaviourProducer, SearchProperties settings) {
        return new KafkaBehaviour(behaviourProducer, settings.behaviour().patience());
    }

    @Bean
    Producer<String, byte[]> behaviourProducer(
            KafkaProperties kafka, KafkaConnectionDetails broker, SearchProperties settings) {
        Map<String, Object> how = new HashMap<>(kafka.buildProducerProperties());
        int patience = (int) settings.behaviour().patience().toMillis();
        how.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getProducer().getBootstrapServers());
        how.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        how.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        how.put(ProducerConfig.CLIENT_ID_CONFIG, "search-behaviour");
        how.put(ProducerConfig.ACKS_CONFIG, "all");
        how.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        how.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        how.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        // Everybody who waits is answered in time; what is left in the buffer then is given up.
        how.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience / 4);
        how.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, patience / 2);
        how.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
        how.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        how.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                settings.behaviour().buffer().toBytes());
        return new KafkaProducer<>(how);
    }

    private static Map<String, Object> consumer(KafkaProperties kafka, KafkaConnectionDetails broker) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getConsumer().getBootstrapServers());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // An offset that is gone must be noticed: the index is built anew then.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}

#!/bin/sh
# Creates the topics that are not there yet. KAFKA: bootstrap servers; PARTITIONS, REPLICAS: fixed at birth.
set -eu
# What is acknowledged is on two brokers, where there are three: one may be away, and one may be lost.
in_sync=$((REPLICAS > 2 ? 2 : 1))
topic() { # area, then the topic's own setting
  "${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}" --bootstrap-server "$KAFKA" --create --if-not-exists --topic "niaga.$1.v1" \
    --partitions "$PARTITIONS" --replication-factor "$REPLICAS" --config "$2" --config "min.insync.replicas=$in_sync"
}
# State: the last record of a key is kept.
for area in product category availability; do topic "$area" cleanup.policy=compact; done
# Business facts: for ever.
for area in order payment shipment loyalty; do topic "$area" retention.ms=-1; done
# Everything else: thirty days.
for area in user support audit behaviour catalog stock; do topic "$area" retention.ms=2592000000; done

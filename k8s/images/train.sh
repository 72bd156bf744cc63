#!/bin/sh
# Makes the AOT cache of a service. $1: its jar, $2: folder with the embedded store's jars, $3: the cache
set -eu
options=${JVM_OPTIONS:-/app/jvm.options}
data=$(mktemp -d)
java -XX:TieredStopAtLevel=1 -cp "$2/*" io.niaga.store.EmbeddedStoreMain --file="$data/training.store" --port=27017 &
store=$!
trap 'kill $store 2>/dev/null || true; rm -rf "$data"' EXIT
# Keys that open nothing: nobody is served.
key=$(head -c 32 /dev/zero | base64)
SERVER_PORT=0 MANAGEMENT_SERVER_PORT=0 NIAGA_MONGODB_URI=mongodb://127.0.0.1:27017 \
  NIAGA_CLIENT_ID=training NIAGA_CLIENT_SECRET=training NIAGA_GUEST_TOKEN_KEYS=$key NIAGA_CUSTOMER_KEY=$key \
  NIAGA_SANDBOX_WEBHOOK_SECRET=$key NIAGA_INDEX_DIRECTORY="$data/index" \
  java "@$options" -XX:TieredStopAtLevel=1 "-XX:AOTCacheOutput=$3" -Dspring.context.exit=onRefresh -jar "$1"
test -s "$3"

#!/bin/bash
# Makes the realm in a Keycloak that runs already; one that exists stays as it is. KEYCLOAK_URL: its address;
# KEYCLOAK_ADMIN: who may make realms, KC_CLI_PASSWORD: that account's password; NIAGA_…: what the realm file asks for.
set -euo pipefail
kcadm=${KCADM:-/opt/keycloak/bin/kcadm.sh}
session=(--config /tmp/kcadm.config)

realm=$(<"${REALM_FILE:-/realm/niaga-realm.json}")
for placeholder in $(grep -o '\${NIAGA_[A-Z_]*\(:[a-z]*\)\?}' <<<"$realm" | sort -u); do
  name=${placeholder:2:-1}
  if [[ $name == *:* ]]; then value=${name#*:}; name=${name%%:*}; value=${!name:-$value}; else value=${!name:?is needed by the realm}; fi
  realm=${realm//"$placeholder"/"$value"}
done

"$kcadm" config credentials "${session[@]}" --server "$KEYCLOAK_URL" --realm master --user "$KEYCLOAK_ADMIN"
if "$kcadm" get realms/niaga "${session[@]}" --fields realm >/dev/null 2>&1; then
  echo 'The realm niaga is there already; it stays as it is.'
else
  "$kcadm" create realms "${session[@]}" -f - <<<"$realm"
fi

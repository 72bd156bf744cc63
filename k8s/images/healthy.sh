#!/bin/bash
# Whether the service takes requests; needs nothing but bash.
exec 3<>"/dev/tcp/127.0.0.1/${MANAGEMENT_SERVER_PORT:?}" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r _ status _ <&3
[ "${status%$'\r'}" = 200 ]

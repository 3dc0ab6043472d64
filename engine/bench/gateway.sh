#!/bin/sh
# Sluice's listener beside bare Vert.x under wrk; engine/bench/README.md says what it measures. About a minute and a half.
# Arguments go to Maven: -o, or -Dgateway.args="ROUNDS SECONDS WARMUP_SECONDS [option of Sluice's JVM]...".
set -eu
if ! command -v wrk >/dev/null; then
  echo "gateway.sh needs the load generator wrk: apt-get install -y wrk (Debian and Ubuntu), brew install wrk (macOS)." >&2
  exit 2
fi
cd "$(dirname "$0")/../.."
exec ./mvnw -q -pl engine/bench -am "$@" compile exec:exec@gateway

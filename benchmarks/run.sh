#!/usr/bin/env bash
# Builds and runs one benchmark: benchmarks/run.sh Start|Metrics|History|Collection|Commits|Scrape|TsdbSize|Verdicts|Query|Ingest|Crowd [ARGUMENT ...]
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:-}
[ -n "$name" ] && [ -f "benchmarks/src/main/java/io/klamm/benchmarks/${name}Benchmark.java" ] || {
  echo "which benchmark? (expected: one of $(ls benchmarks/src/main/java/io/klamm/benchmarks | sed -n 's/Benchmark\.java$//p' | tr '\n' ' '))" >&2
  exit 2
}
shift
./klamm build
mvn -B -ntp -q -Dmaven.test.skip=true -DskipTests=true -Dskip.ui=true -Dskip.tar=true -Dspotless.check.skip=true -Djacoco.skip=true -Dcyclonedx.skip=true -pl benchmarks -am package
exec java -Xmx1g -XX:+UseSerialGC -Dklamm.lab.lib=lab/broker/target/lib -Dklamm.dist=cmd/target/klamm \
  -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath.txt)" "io.klamm.benchmarks.${name}Benchmark" "$@"

#!/usr/bin/env bash
# make dev: the demo, and Vite in front of it. Both end together.
set -euo pipefail
cd "$(dirname "$0")"
port=${1:-8080}
./klamm demo --port "$port" &
demo=$!
trap 'kill "$demo" 2>/dev/null; wait "$demo" 2>/dev/null || true' EXIT
cd web/ui
[ -d node_modules ] || npm ci
KLAMM_URL="http://127.0.0.1:$port" npm run dev

#!/bin/sh
# Builds or tests the page in web/ui, and only when something has changed since.
#   ui-build.sh build               installs the packages and makes ui/dist
#   ui-build.sh test [SKIP_TESTS]   checks types, style and logic; nothing when SKIP_TESTS is "true"
set -eu
cd "$(dirname "$0")"

say() { echo "web/ui: $*"; }
fail() { say "$*" >&2; exit 1; }

# True when the second file is missing or something in the other arguments is newer.
newer_than() {
  stamp=$1
  shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" -type f -newer "$stamp" 2>/dev/null | head -n 1)" ]
}

need_node() {
  expected="expected: Node 20 or newer with npm on the PATH; or build without the page: -Dskip.ui"
  command -v node >/dev/null 2>&1 || fail "node: not found ($expected)"
  command -v npm >/dev/null 2>&1 || fail "npm: not found ($expected)"
  version=$(node --version)
  major=${version#v}
  [ "${major%%.*}" -ge 20 ] || fail "node: $version ($expected)"
}

sources() {
  find ui -maxdepth 1 -type f
  for folder in ui/src ui/public ui/scripts; do
    [ ! -d "$folder" ] || echo "$folder"
  done
  echo src/main/resources/io/klamm/web/openapi.yaml
}

install() {
  need_node
  if newer_than ui/node_modules/.package-lock.json ui/package-lock.json; then
    say "installing packages (npm ci)"
    (cd ui && npm ci --no-audit --no-fund --loglevel=error)
  fi
}

build() {
  # shellcheck disable=SC2046
  newer_than ui/dist/index.html $(sources) || return 0
  install
  say "building the page"
  (cd ui && npm run --silent build -- --logLevel warn)
  # The names of the files carry hashes: those of the build before would stay behind.
  rm -rf target/classes/io/klamm/web/ui
}

check() {
  # shellcheck disable=SC2046
  newer_than target/ui-tested $(sources) || return 0
  install
  say "checking the page"
  (cd ui && npm run --silent generate:check && npm run --silent lint && npm run --silent test)
  mkdir -p target
  touch target/ui-tested
}

[ -f ui/package.json ] || { say "no package.json; the page is left out"; exit 0; }
case "${1:-}" in
  build) build ;;
  test) [ "${2:-}" = true ] || check ;;
  *) fail "${1:-nothing} (expected: build or test)" ;;
esac

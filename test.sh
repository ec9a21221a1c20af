#!/usr/bin/env bash
# Runs the tests; ./test.sh --long also those of the category Long. Installs the programs that tests look at documents with, when they are missing
# and we may. RabbitMQ, Postgres and S3 are started once for the whole run, unless COURSEGEN_RABBITMQ, COURSEGEN_POSTGRES and COURSEGEN_S3 all name some.
# The last line is: N passed, N failed, N skipped
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 COURSEGEN_LIBREOFFICE=required COURSEGEN_CHROMIUM=required

case "$*" in
  "") length="Category!=Long" ;;
  --long) length="Category=Long|Category!=Long" ;;
  *) echo "usage: ./test.sh [--long]" >&2; exit 2 ;;
esac

install_missing() {
  local missing=()
  command -v soffice >/dev/null || missing+=(libreoffice-impress)
  [ -n "$(fc-list Carlito 2>/dev/null)" ] || missing+=(fontconfig fonts-crosextra-carlito) # slides are set in a typeface as wide as Calibri
  command -v chromium >/dev/null || missing+=(chromium)
  command -v pdfinfo >/dev/null || missing+=(poppler-utils)
  command -v pngcheck >/dev/null || missing+=(pngcheck)
  command -v kubectl >/dev/null || missing+=(kubernetes-client)
  command -v npm >/dev/null || missing+=(nodejs npm)
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} …"
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"; } >/dev/null 2>&1 && return 0
  fi
  echo "The tests need ${missing[*]}; install them, then run ./test.sh again." >&2
  return 1
}

build() {
  for _ in 1 2 3; do # a restore can fail in passing
    dotnet restore CourseGen.sln --locked-mode -v quiet && break
    sleep 5
  done
  dotnet build CourseGen.sln -c Release --no-restore -v quiet -nologo
}

install_node_client() {
  for _ in 1 2 3; do # a registry can fail in passing
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error >/dev/null && return 0
    sleep 5
  done
  echo "npm ci does not succeed in $1; run ./test.sh again." >&2
  return 1
}

log=$(mktemp) servers=$(mktemp -d)
chmod 755 "$servers" # Postgres runs as a user of its own
dev() { dotnet tools/coursegen/bin/Release/net10.0/coursegen.dll dev "$1" --folder "$servers/dev"; }
end() {
  [ ! -d "$servers/dev" ] || dev down >/dev/null 2>&1
  rm -rf "$log" "$servers"
}
trap end EXIT
trap 'exit 130' INT TERM HUP

start_servers() {
  [ -n "${COURSEGEN_RABBITMQ:-}" ] && [ -n "${COURSEGEN_POSTGRES:-}" ] && [ -n "${COURSEGEN_S3:-}" ] && return 0
  local up=
  for _ in 1 2 3; do # a package's download can fail in passing
    dev up >/dev/null && { up=yes; break; }
    sleep 5
  done
  [ -n "$up" ] || return 1
  eval "$(grep '^export COURSEGEN_' "$servers/dev/env")"
}

if ! install_missing || ! install_node_client tests/amqp-client || ! install_node_client tests/bedrock-client || ! install_node_client tests/pptxgenjs || ! build || ! start_servers; then
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

run() {
  dotnet test "$1" -c Release --no-build -v minimal -nologo --filter "$2" 2>&1 | tee -a "$log"
  return "${PIPESTATUS[0]}"
}

status=0
run CourseGen.sln "FullyQualifiedName!~CourseGen.Resilience&FullyQualifiedName!~CourseGen.Hosting&($length)" || status=1
for by_itself in Hosting Resilience; do # they tell how soon a message is rejected, and endpoints are back
  run "tests/CourseGen.$by_itself.Tests" "$length" || status=1
done
sum() { grep -oE "$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | awk '{ total += $1 } END { print total + 0 }'; }
passed=$(sum Passed) failed=$(sum Failed) skipped=$(sum Skipped)
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]

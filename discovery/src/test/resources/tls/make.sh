#!/usr/bin/env bash
# Makes the key pairs of TlsTest anew, each vouching for itself for a hundred years. They protect nothing.
set -euo pipefail
cd "$(dirname "$0")"
pair() { # name, algorithm, names
  openssl req -x509 -newkey "$2" ${4:+-pkeyopt "$4"} -nodes -days 36500 -subj "/CN=$1" -addext "subjectAltName=$3" \
    -keyout "$1.key" -out "$1.crt" 2>/dev/null
}
pair server ec "IP:127.0.0.1,DNS:localhost" ec_paramgen_curve:prime256v1
pair named rsa:2048 "DNS:metrics.example"
pair client rsa:2048 "DNS:client"
pair stranger ec "DNS:client" ec_paramgen_curve:prime256v1
openssl rsa -in client.key -traditional -out client.old.key 2>/dev/null
openssl ec -in stranger.key -out stranger.old.key 2>/dev/null

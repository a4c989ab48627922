#!/usr/bin/env bash
# Fuzzes the decoder core under AddressSanitizer and UndefinedBehaviorSanitizer.
# libjpeg-turbo itself is built with AddressSanitizer only: its arithmetic
# overflows on damaged files are known and harmless.
#
#   fuzz.sh <seconds> <work directory> <jpeg file>...
set -euo pipefail

native=$(cd "$(dirname "$0")" && pwd)
. "$native/source.sh"
[ $# -ge 3 ] || stop "usage: fuzz.sh <seconds> <work directory> <jpeg file>..."
seconds=$1
mkdir -p "$2"
work=$(cd "$2" && pwd)
shift 2

need_tools gcc cmake nasm patch
fetch_source
unpack_source "$native"/patches/*.patch
build_libjpeg "$work/jpeg-sanitized" "-g -fsanitize=address -fno-omit-frame-pointer"
build_shim fuzz "$work/jpeg-sanitized" \
  "-g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
exec "$work/fuzz/fuzz" "$seconds" "$(date +%s)" "$@"

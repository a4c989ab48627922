#!/usr/bin/env bash
# Builds libhotpix.so from the pinned libjpeg-turbo and the shim, reproducibly:
# the same compiler gives the same bytes whatever the directory or the day.
#
#   build.sh [work directory]           build, and place it among the resources
#   build.sh --check [work directory]   build, and compare with the committed one
#   build.sh --bench [work directory]   build only the floor benchmark
#
# Needs gcc, cmake, nasm, patch, binutils, a JDK (JAVA_HOME or javac) and, for the
# source package, apt-get or a copy of the tarball in the work directory.
set -euo pipefail

native=$(cd "$(dirname "$0")" && pwd)
resources=$native/../resources/dev/hotpix/codec/native/linux-x86_64
licence=$native/../resources/META-INF/licenses/libjpeg-turbo.txt
. "$native/source.sh"

mode=build
case ${1:-} in
  --check | --bench) mode=${1#--}; shift ;;
  -*) stop "unknown option $1" ;;
esac
temporary=
if [ "$mode" = check ] && [ $# -eq 0 ]; then
  temporary=$(mktemp -d)
  trap 'rm -rf "$temporary"' EXIT
  # The tarball is checked by its sum, so a copy from the last build will do.
  cp "$native/../../../target/native/$TARBALL" "$temporary" 2>/dev/null || true
fi
work=${1:-${temporary:-$native/../../../target/native}}
mkdir -p "$work"
work=$(cd "$work" && pwd)

find_java_include() {
  local home=${JAVA_HOME:-}
  if [ -z "$home" ] && command -v javac >/dev/null; then
    home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  fi
  [ -f "$home/include/jni.h" ] || stop "needs jni.h; set JAVA_HOME to a JDK"
  java_include=$home/include
}

check_symbols() {
  local newest
  newest=$(objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
  [ "$(printf '%s\nGLIBC_2.17\n' "$newest" | sort -V | tail -n 1)" = GLIBC_2.17 ] ||
    stop "the library needs $newest, newer than GLIBC_2.17"
  if objdump -T "$1" | awk '$4 == ".text" { print $NF }' | grep -qv '^Java_'; then
    stop "the library exports more than Java_*"
  fi
}

write_licence() {
  mkdir -p "$(dirname "$licence")"
  {
    echo "libhotpix contains libjpeg-turbo 3.1.3, changed in one place: its fast Huffman decoding path is"
    echo "never taken (src/jdhuff.c), as libhotpix has one of its own. It also has a memory back end of its own"
    echo "in the place of src/jmemnobs.c."
    echo "This software is based in part on the work of the Independent JPEG Group."
    for text in LICENSE.md README.ijg; do
      printf '\n======== %s ========\n\n' "$text"
      cat "$work/$SOURCE_DIRECTORY/$text"
    done
  } >"$licence"
}

need_tools gcc cmake nasm patch objdump strip sha256sum
fetch_source
flags="-ffile-prefix-map=$work=. -ffile-prefix-map=$native=. -fno-record-gcc-switches"

if [ "$mode" = bench ]; then
  # As its authors ship it: our patches would slow the floor down.
  unpack_source
  build_libjpeg "$work/jpeg-unpatched" "$flags"
  build_shim bench "$work/jpeg-unpatched" "$flags"
  echo "$work/bench/floor"
  exit
fi

unpack_source "$native"/patches/*.patch
build_libjpeg "$work/jpeg" "$flags"
find_java_include
build_shim library "$work/jpeg" "$flags" -DJAVA_INCLUDE="$java_include"
strip --strip-unneeded -R .comment -R .note.gnu.property -o "$work/libhotpix.so" "$work/library/libhotpix.so"
check_symbols "$work/libhotpix.so"

if [ "$mode" = check ]; then
  cmp "$work/libhotpix.so" "$resources/libhotpix.so" || stop "the committed library differs from this build"
  echo "libhotpix.so is what this source builds"
  exit
fi
mkdir -p "$resources"
cp "$work/libhotpix.so" "$resources/libhotpix.so"
(cd "$resources" && sha256sum libhotpix.so >libhotpix.so.sha256)
write_licence
cat "$resources/libhotpix.so.sha256"

# Sourced by build.sh and fuzz.sh: the pinned libjpeg-turbo, fetched and built.
# Functions work below $work, which the caller has set to an absolute path.

PACKAGE=libjpeg-turbo
PACKAGE_VERSION=1:3.1.3-4
TARBALL=libjpeg-turbo_3.1.3.orig.tar.gz
TARBALL_SHA256=3a13a5ba767dc8264bc40b185e41368a80d5d5f945944d1dbaa4b2fb0099f4e5
SOURCE_DIRECTORY=libjpeg-turbo-3.1.3

stop() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

need_tools() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || stop "needs $tool; install it and run again"
  done
}

# The machine's apt knows binary packages of its own release only. A private apt
# root reaches the sources of sid through the same mirror, and leaves the
# machine's lists alone.
fetch_with_apt() {
  local root=$work/apt mirror
  need_tools apt-get
  mirror=$(sed -n 's/^URIs: *\([^ ]*debian\)\/* *$/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)
  [ -n "$mirror" ] || stop "no Debian mirror in /etc/apt/sources.list.d; put $TARBALL into $work yourself"
  mkdir -p "$root/lists/partial" "$root/cache/archives/partial" "$root/parts"
  printf '%s\n' 'Types: deb-src' "URIs: $mirror" 'Suites: sid' 'Components: main' \
    'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg' >"$root/parts/sid.sources"
  local options=(-qq -o Dir::State::Lists="$root/lists" -o Dir::Cache="$root/cache"
    -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$root/parts"
    -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update >"$root/log" 2>&1 || stop "apt-get update failed, see $root/log"
  (cd "$work" && apt-get "${options[@]}" source --download-only "$PACKAGE=$PACKAGE_VERSION") >>"$root/log" 2>&1 ||
    stop "$PACKAGE $PACKAGE_VERSION is no longer at $mirror; the committed library stays usable"
}

fetch_source() {
  [ -f "$work/$TARBALL" ] || fetch_with_apt
  echo "$TARBALL_SHA256  $work/$TARBALL" | sha256sum --check --status ||
    stop "$TARBALL has the wrong sha256; delete it and run again"
}

# unpack_source [patch file]...: a fresh tree in $work/$SOURCE_DIRECTORY
unpack_source() {
  local patch
  rm -rf "${work:?}/$SOURCE_DIRECTORY"
  tar -C "$work" -xzf "$work/$TARBALL"
  for patch in "$@"; do
    patch -s -d "$work/$SOURCE_DIRECTORY" -p1 <"$patch" || stop "$(basename "$patch") does not apply"
  done
}

# build_libjpeg <build directory> <extra C flags>: a static library without the
# environment variables by which a user could switch its code paths.
build_libjpeg() {
  # Arithmetic decoding is for its DAC segments alone: without it damaged ones pass unseen.
  cmake -S "$work/$SOURCE_DIRECTORY" -B "$1" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_C_FLAGS="-DNO_GETENV -fvisibility=hidden -ffunction-sections -fdata-sections $2" \
    -DCMAKE_C_FLAGS_RELEASE="-O3 -DNDEBUG" \
    -DCMAKE_POSITION_INDEPENDENT_CODE=1 -DENABLE_SHARED=0 -DWITH_JAVA=0 -DWITH_TURBOJPEG=0 \
    -DWITH_ARITH_DEC=1 -DWITH_ARITH_ENC=0 -DWITH_SIMD=1 -DREQUIRE_SIMD=1 -DWITH_TOOLS=0 \
    -DWITH_TESTS=0 -DBUILD=hotpix >"$1.log" 2>&1 || stop "libjpeg-turbo: cmake failed, see $1.log"
  cmake --build "$1" --target jpeg-static -j "$(nproc)" >>"$1.log" 2>&1 ||
    stop "libjpeg-turbo: the build failed, see $1.log"
}

# build_shim <part> <libjpeg build directory> <extra C flags> [cmake options]
build_shim() {
  local part=$1 jpeg=$2 flags=$3
  shift 3
  cmake -S "$native" -B "$work/$part" -DCMAKE_BUILD_TYPE=Release -DHOTPIX_PART="$part" \
    -DCMAKE_C_FLAGS="-ffunction-sections -fdata-sections $flags" \
    -DCMAKE_C_FLAGS_RELEASE="-O2 -DNDEBUG" -DJPEG_SOURCE="$work/$SOURCE_DIRECTORY" \
    -DJPEG_BINARY="$jpeg" "$@" >"$work/$part.log" 2>&1 || stop "$part: cmake failed, see $work/$part.log"
  cmake --build "$work/$part" -j "$(nproc)" >>"$work/$part.log" 2>&1 ||
    stop "$part: the build failed, see $work/$part.log"
}

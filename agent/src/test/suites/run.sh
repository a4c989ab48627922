#!/usr/bin/env bash
# Other people's tests as judges: runs published test suites of imaging software without the agent and with it, and
# compares the outcome test by test. Not part of the build: it needs Debian's package sources and Maven Central.
#
#   mvn -pl agent package -DskipTests && agent/src/test/suites/run.sh [-w FOLDER] [SUITE...]
#
# FOLDER keeps what was fetched and all reports (default: a new temporary folder). JAVA_HOME chooses the JVM. Prints a
# line for each suite, and one for each test whose outcome is another with the agent; exits with 1 if there is one.
#
# Suites, and where they come from:
#   thumbnailator    Thumbnailator 0.4.19; test sources from Debian
#   pdfbox           PDFBox 2.0.27, module pdfbox; test sources from Debian
#   twelvemonkeys    TwelveMonkeys 3.12.0, whose JPEG reader is a layer over the JDK's; test jars from Maven Central
#   commons-imaging  Commons Imaging 1.0.0-alpha6; test jar from Maven Central
#
# Not to be had: imgscalr (no tests in Debian's source), Sanselan (its successor is commons-imaging). Not tried, since
# they decode little with the JDK: metadata-extractor, JAI Image I/O, iText, Batik, POI.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
agent=$(cd "$here/../../.." && pwd)/target/hotpix-agent.jar
work=
while getopts w: option; do
  case $option in
    w) work=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ -f "$agent" ] || { echo "no $agent: build it first" >&2; exit 2; }
work=${work:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)
[ $# -gt 0 ] || set -- thumbnailator pdfbox twelvemonkeys commons-imaging

# Debian's source of a package, unpacked: debian PACKAGE FOLDER
debian() {
  [ -d "$work/$2" ] && return
  local apt="$work/apt"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/get"
  echo "deb-src http://deb.debian.org/debian bookworm main" >"$apt/sources.list"
  local options=(-o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=-
    -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache")
  [ -f "$apt/updated" ] || { apt-get "${options[@]}" -q update && touch "$apt/updated"; }
  (cd "$apt/get" && apt-get "${options[@]}" -q source --download-only "$1")
  mkdir "$work/$2.part"
  tar xf "$apt/get/$1"_*.orig.tar.* -C "$work/$2.part" --strip-components=1
  mv "$work/$2.part" "$work/$2"
}

# A dependency from Maven Central: dependency GROUP:ARTIFACT:VERSION
dependency() {
  local IFS=:
  set -- $1
  echo "<dependency><groupId>$1</groupId><artifactId>$2</artifactId><version>$3</version></dependency>"
}

# A project that runs the tests in FOLDER/tests, FOLDER/resources and FOLDER/classes: project FOLDER DEPENDENCY...
project() {
  local folder=$1 all=
  shift
  for name; do all+=$(dependency "$name"); done
  mkdir -p "$folder/tests" "$folder/resources" "$folder/classes"
  cat >"$folder/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>suites</groupId><artifactId>suite</artifactId><version>1</version>
  <properties>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    <options/>
  </properties>
  <dependencies>$all</dependencies>
  <build>
    <testSourceDirectory>tests</testSourceDirectory>
    <testResources>
      <testResource><directory>resources</directory></testResource>
      <testResource><directory>classes</directory></testResource>
    </testResources>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version>
        <configuration><release>17</release><proc>none</proc></configuration>
      </plugin>
      <plugin>
        <artifactId>maven-resources-plugin</artifactId><version>3.5.0</version>
      </plugin>
      <plugin>
        <artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version>
        <configuration>
          <testFailureIgnore>true</testFailureIgnore>
          <runOrder>alphabetical</runOrder>
          <argLine>-Djava.awt.headless=true -Xmx2g --add-opens=java.base/java.lang=ALL-UNNAMED
            --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.desktop/java.awt.image=ALL-UNNAMED
            --add-opens=java.desktop/javax.imageio=ALL-UNNAMED \${options}</argLine>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
POM
}

thumbnailator() {
  debian libthumbnailator-java thumbnailator
  project "$1" net.coobird:thumbnailator:0.4.19 junit:junit:4.13.2 org.mockito:mockito-core:1.8.5 \
    org.hamcrest:hamcrest-core:1.3
  cp -r "$work/thumbnailator/src/test/java/." "$1/tests"
  cp -r "$work/thumbnailator/src/test/resources/." "$1/resources"
  # Some tests read and write here by a relative name.
  mkdir -p "$1/src/test"
  cp -r "$work/thumbnailator/src/test/resources" "$1/src/test/resources"
}

pdfbox() {
  debian libpdfbox2-java pdfbox
  project "$1" org.apache.pdfbox:pdfbox:2.0.27 \
    org.bouncycastle:bcmail-jdk15on:1.70 org.bouncycastle:bcprov-jdk15on:1.70 \
    junit:junit:4.13.2 com.googlecode.java-diff-utils:diffutils:1.3.0 org.apache.pdfbox:jbig2-imageio:3.0.4 \
    org.mockito:mockito-core:4.8.0 com.github.jai-imageio:jai-imageio-core:1.4.0 \
    com.github.jai-imageio:jai-imageio-jpeg2000:1.4.0
  cp -r "$work/pdfbox/pdfbox/src/test/java/." "$1/tests"
  cp -r "$work/pdfbox/pdfbox/src/test/resources/." "$1/resources"
  mkdir -p "$1/src/test" "$1/target/test-output/graphics"
  cp -r "$work/pdfbox/pdfbox/src/test/resources" "$1/src/test/resources"
}

# Unpacks a test jar from Maven Central: test_jar FOLDER GROUP:ARTIFACT:VERSION
test_jar() {
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy -DoutputDirectory="$1/jars" \
    -Dartifact="$2:jar:tests"
  (cd "$1/classes" && for jar in "$1"/jars/*.jar; do jar xf "$jar"; done && rm -rf META-INF)
}

twelvemonkeys() {
  local version=3.12.0
  project "$1" "com.twelvemonkeys.imageio:imageio-jpeg:$version" junit:junit:4.13.2 \
    org.mockito:mockito-core:4.8.0
  # Base classes of its tests are in the jars of two others.
  test_jar "$1" "com.twelvemonkeys.common:common-lang:$version"
  test_jar "$1" "com.twelvemonkeys.common:common-io:$version"
  test_jar "$1" "com.twelvemonkeys.imageio:imageio-core:$version"
  test_jar "$1" "com.twelvemonkeys.imageio:imageio-jpeg:$version"
}

commons-imaging() {
  local version=1.0.0-alpha6
  project "$1" "org.apache.commons:commons-imaging:$version" commons-io:commons-io:2.19.0 \
    org.apache.commons:commons-lang3:3.17.0 org.openjdk.jol:jol-core:0.17 org.junit.jupiter:junit-jupiter:5.13.1
  test_jar "$1" "org.apache.commons:commons-imaging:$version"
  # Its tests find their images by this name.
  mkdir -p "$1/src/test"
  ln -s ../../classes "$1/src/test/resources"
}

# Runs a suite and keeps its reports: tests FOLDER NAME OPTION...
tests() {
  local folder=$1 name=$2
  shift 2
  rm -rf "$folder/target/surefire-reports" "${folder:?}/$name"
  (cd "$folder" && mvn -q -B test -Doptions="$*") >"$folder/$name.log" 2>&1 ||
    { tail -20 "$folder/$name.log" >&2; return 1; }
  mv "$folder/target/surefire-reports" "$folder/$name"
}

differences=0
for suite; do
  folder=$work/run-$suite
  [ -f "$folder/pom.xml" ] || "$suite" "$folder"
  tests "$folder" stock
  # Tests that fail now and then do so without the agent too.
  tests "$folder" again
  tests "$folder" agent "-javaagent:$agent=start=sync,report=$folder/report.txt"
  java "$here/Compare.java" "$suite" "$folder" stock again agent || differences=1
done
exit $differences

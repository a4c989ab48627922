/**
 * Benchmarks: main programs, run by hand, none of them a test. They compare in one interleaved run, since the
 * ratios of such a run hold on a busy machine where times do not.
 *
 * <pre>
 *   mvn -pl agent -DskipTests package
 *   java -cp agent/target/test-classes dev.hotpix.bench.DecodeBench --help
 * </pre>
 */
package dev.hotpix.bench;

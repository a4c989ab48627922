package dev.hotpix.demo.race;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the agent that the second JVM gets. */
final class AgentJar {

    static final String NONE = "none";

    private static final String NAME = "hotpix-agent.jar";

    private AgentJar() {}

    /**
     * @param demo the jar (or class folder) that this program runs from
     * @return empty if the user asked for none: stock races stock
     */
    static Optional<Path> find(Optional<String> asked, Path demo) throws UsageException {
        if (asked.isPresent()) {
            return asked.get().equals(NONE) ? Optional.empty() : Optional.of(existing(asked.get()));
        }
        List<Path> places = List.of(
                demo.resolveSibling(Path.of("..", "..", "agent", "target", NAME)).normalize(),
                Path.of(NAME));
        for (Path place : places) {
            if (Files.isRegularFile(place)) {
                return Optional.of(place.toAbsolutePath());
            }
        }
        throw new UsageException("No " + NAME + " at " + places.get(0) + " nor in the current folder."
                + " Build it with mvn package, or name it with --agent JAR.");
    }

    private static Path existing(String asked) throws UsageException {
        Path jar = Path.of(asked);
        if (!Files.isRegularFile(jar)) {
            throw new UsageException("No such agent jar: " + asked);
        }
        if (jar.toAbsolutePath().toString().contains("=")) {
            throw new UsageException("-javaagent takes no path with a = in it: " + asked);
        }
        return jar.toAbsolutePath();
    }
}

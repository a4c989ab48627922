package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.lifecycle.app.Thumbnails;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What containers restrict, in a mount namespace of the process: the root file system read-only, the temporary
 * directory not executable, one processor, and a heap of 256 MB. Memory is limited by the JVM, not by a control group.
 */
class ContainerIT {

    private static final String MOUNTS = "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\""
            + " && mount -t tmpfs -o noexec tmpfs \"$2\" && mount -t tmpfs tmpfs \"$3\""
            + " && mount -o remount,bind,ro / && shift 3 && exec \"$@\"";

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void readOnlyNoexecAndSmall(Jdk jdk) throws Exception {
        Path temporary = Fixture.directory("noexec");
        Path exec = Fixture.directory("exec");
        String[] wrapper = {"unshare", "--mount", "sh", "-c", MOUNTS, "sh", Fixture.directory("read-only").toString(),
            temporary.toString(), exec.toString()};
        assumeTrue(Fork.command("sh", "-c", "command -v unshare").run().exit() == 0, "no unshare");
        Outcome sealed = Fork.command("sh", "-c", "! touch /hotpix-is-writable 2>/dev/null").under(wrapper).run();
        assumeTrue(sealed.exit() == 0, () -> "may not mount here: " + sealed);
        List<Fork> forks = new ArrayList<>();
        for (String agent : new String[] {"", "start=sync", "start=sync,native.dir=" + exec}) {
            Fork fork = Fork.java(jdk).options("-Xmx256m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1",
                    "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary);
            forks.add((agent.isEmpty() ? fork : fork.agent(agent)).main(Thumbnails.class, Fixture.photo())
                    .under(wrapper));
        }
        List<Outcome> outcomes = Fork.atOnce(forks);
        Outcome plain = outcomes.get(0).succeeded();
        for (Outcome outcome : outcomes.subList(1, 3)) {
            outcome.sameAs(plain);
        }
        outcomes.get(1).oneLine("jpeg-decode=stock", "noexec", "hotpix.native.dir");
        outcomes.get(2).oneLine("jpeg-decode=libjpeg-turbo");
        assertEquals(4, plain.values("made").size(), plain::toString);
    }
}

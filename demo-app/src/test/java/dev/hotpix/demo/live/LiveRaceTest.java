package dev.hotpix.demo.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.gallery.PhotoRenderer;
import dev.hotpix.demo.gallery.PhotoStore;
import dev.hotpix.demo.gallery.TestFiles;
import dev.hotpix.demo.gallery.UploadLimits;
import dev.hotpix.demo.live.RaceSnapshot.Phase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveRaceTest {

    private static final long MILLI = 1_000_000;

    @TempDir
    Path folder;

    private final FakeAgent agent = new FakeAgent();

    /** Faster with the redirects on, and, if told so, with another result. */
    private class FakeEntrant implements Entrant {

        private final String id;
        private final boolean differs;

        FakeEntrant(String id, boolean differs) {
            this.id = id;
            this.differs = differs;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return "title " + id;
        }

        @Override
        public long pixels() {
            return 6;
        }

        @Override
        public Served serve() {
            assertEquals(agent.decode, agent.resize, "both or none");
            return new Served(agent.decode ? MILLI : 4 * MILLI, agent.decode && differs ? "other" : "same");
        }
    }

    @Test
    void bothSidesAreServedAlikeAndCompared() throws Exception {
        LiveRace race = race(FakeAgent.serverWith(agent), 3, new FakeEntrant("a", false), new FakeEntrant("b", false));
        race.run();
        RaceSnapshot end = race.snapshot();
        assertEquals(Phase.DONE, end.phase());
        assertNull(end.message());
        assertEquals(end.toServe(), end.served());
        assertEquals(new LatencySummary(6, 4, 4, 250), end.off().total());
        assertEquals(new LatencySummary(6, 1, 1, 1000), end.on().total());
        assertEquals(3, end.on().rounds().size());
        assertArrayEquals(new double[] {4, 4}, end.off().rounds().get(2).millis());
        // All but the first result of each photo, those of the warm-up too.
        assertEquals(new IdentityCheck.Result(18, 18, List.of()), end.identity());
        assertEquals(3, end.photos().get(1).on().images());
        assertArrayEquals(new boolean[] {true, false}, agent.state(), "as it was before");
    }

    @Test
    void oneDifferentPhotoIsNamed() throws Exception {
        LiveRace race = race(FakeAgent.serverWith(agent), 1, new FakeEntrant("a", false), new FakeEntrant("b", true));
        race.run();
        RaceSnapshot end = race.snapshot();
        assertEquals(new IdentityCheck.Result(10, 7, List.of("title b")), end.identity());
        assertTrue(end.photos().get(0).identical());
        assertFalse(end.photos().get(1).identical());
    }

    @Test
    void withoutAgentOnlyOneSide() {
        agent.resize = true;
        LiveRace race = race(MBeanServerFactory.newMBeanServer(), 2, new FakeEntrant("a", false));
        race.run();
        RaceSnapshot end = race.snapshot();
        assertEquals(Phase.DONE, end.phase());
        assertNull(end.on());
        assertEquals(2, end.off().total().images());
        assertEquals(4, end.served());
    }

    @Test
    void failureIsToldAndSwitchesGoBack() throws Exception {
        LiveRace race = race(FakeAgent.serverWith(agent), 1, new FakeEntrant("a", false) {
            @Override
            public Served serve() {
                throw new IllegalStateException("no luck");
            }
        });
        race.run();
        assertEquals(Phase.FAILED, race.snapshot().phase());
        assertTrue(race.snapshot().message().contains("no luck"));
        assertArrayEquals(new boolean[] {true, false}, agent.state());
    }

    @Test
    void oneAtATimeAndStoppable() throws Exception {
        CountDownLatch serving = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        RaceTrack track = track(FakeAgent.serverWith(agent));
        assertEquals(Phase.NONE, track.snapshot().phase());
        assertTrue(track.startWith(List.of(new FakeEntrant("a", false) {
            @Override
            public Served serve() {
                serving.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.serve();
            }
        }), 50));
        serving.await();
        assertFalse(track.startWith(List.of(new FakeEntrant("b", false)), 1));
        track.stop();
        released.countDown();
        awaitEnd(track);
        assertEquals(Phase.STOPPED, track.snapshot().phase());
        assertTrue(track.startWith(List.of(new FakeEntrant("b", false)), 1));
        // Its reports pass through the folder that goes with this test.
        awaitEnd(track);
    }

    @Test
    void realPhotosAreTheSameTwice() throws Exception {
        PhotoRenderer renderer = new PhotoRenderer();
        PhotoStore store = new PhotoStore(folder, UploadLimits.DEFAULT, renderer);
        store.add("a.jpg", TestFiles.jpeg(900, 600));
        RaceTrack track = track(MBeanServerFactory.newMBeanServer());
        assertThrows(IllegalArgumentException.class, () -> track.start(store.all(), 0));
        assertThrows(IllegalArgumentException.class, () -> track.start(List.of(), 1));
        assertTrue(track.start(store.all(), 1));
        awaitEnd(track);
        assertEquals(new IdentityCheck.Result(2, 2, List.of()), track.snapshot().identity());
        assertTrue(track.snapshot().off().total().p50Millis() > 0);
    }

    private static void awaitEnd(RaceTrack track) {
        while (track.snapshot().running()) {
            Thread.onSpinWait();
        }
    }

    private RaceTrack track(MBeanServer server) {
        AgentSwitches switches = new AgentSwitches(server);
        return new RaceTrack(switches, new HotLines(switches, folder), new PhotoRenderer());
    }

    private LiveRace race(MBeanServer server, int rounds, Entrant... entrants) {
        AgentSwitches switches = new AgentSwitches(server);
        return new LiveRace(1, List.of(entrants), rounds, switches, new HotLines(switches, folder));
    }
}

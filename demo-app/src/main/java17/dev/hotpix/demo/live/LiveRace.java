package dev.hotpix.demo.live;

import dev.hotpix.demo.live.RaceSnapshot.Phase;
import dev.hotpix.demo.live.RaceSnapshot.PhotoResult;
import dev.hotpix.demo.live.RaceSnapshot.Side;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;

/**
 * One race: the same photos served in turns with redirection off and on, one after the other on one thread, so that
 * neither side has the other's work beside it. Without an agent only the first side runs.
 */
final class LiveRace {

    // Until compilers and the agent's own start-up checks have had their turn.
    private static final int WARM_UP_ROUNDS = 2;
    private static final int HOT_LINES_EVERY_ROUNDS = 2;

    private final int number;
    private final List<Entrant> entrants;
    private final int rounds;
    private final AgentSwitches agent;
    private final HotLines hotLines;
    private final boolean withAgent;
    private final Lane off = new Lane();
    private final Lane on = new Lane();
    private final IdentityCheck identity = new IdentityCheck();
    private final Set<String> differing = ConcurrentHashMap.newKeySet();

    private volatile Phase phase = Phase.WARM_UP;
    private volatile String message;
    private volatile int served;
    private volatile boolean stop;
    private volatile List<HotLine> hot = List.of();

    LiveRace(int number, List<Entrant> entrants, int rounds, AgentSwitches agent, HotLines hotLines) {
        this.number = number;
        this.entrants = entrants;
        this.rounds = rounds;
        this.agent = agent;
        this.hotLines = hotLines;
        withAgent = agent.present();
    }

    void run() {
        try {
            Map<String, Boolean> before = withAgent ? agent.states() : Map.of();
            try {
                raceAll();
            } finally {
                if (withAgent) {
                    agent.restore(before);
                }
            }
            // Last: the next race may start now, and must find the switches as they were.
            phase = stop ? Phase.STOPPED : Phase.DONE;
        } catch (IOException | JMException | RuntimeException | OutOfMemoryError e) {
            message = e instanceof OutOfMemoryError ? "not enough memory for these photos" : e.toString();
            phase = Phase.FAILED;
        }
    }

    void stop() {
        stop = true;
    }

    RaceSnapshot snapshot() {
        List<PhotoResult> photos = entrants.stream()
                .map(entrant -> new PhotoResult(entrant.id(), entrant.title(), entrant.pixels(),
                        off.photo(entrant.id()), withAgent ? on.photo(entrant.id()) : null,
                        !differing.contains(entrant.id())))
                .toList();
        int lanes = withAgent ? 2 : 1;
        return new RaceSnapshot(number, phase, message, rounds,
                served, (WARM_UP_ROUNDS + rounds) * lanes * entrants.size(),
                side(off), withAgent ? side(on) : null, identity.result(), photos, hot);
    }

    private void raceAll() throws IOException, JMException {
        for (int round = 0; round < WARM_UP_ROUNDS && !stop; round++) {
            bothLanes(round, false);
        }
        List<HotLine> atStart = hotLines.sinceStart();
        phase = Phase.RACING;
        for (int round = 0; round < rounds && !stop; round++) {
            bothLanes(round, true);
            if (withAgent && (round % HOT_LINES_EVERY_ROUNDS == 0 || round == rounds - 1)) {
                hot = hotLines.since(atStart);
            }
        }
    }

    /** Off first in even rounds, on first in odd ones: what slows the machine for a while hits both alike. */
    private void bothLanes(int round, boolean timed) throws IOException, JMException {
        boolean onFirst = withAgent && round % 2 == 1;
        lane(onFirst, round, timed);
        if (withAgent) {
            lane(!onFirst, round, timed);
        }
    }

    private void lane(boolean redirected, int round, boolean timed) throws IOException, JMException {
        if (withAgent) {
            agent.switchAll(redirected);
        }
        for (Entrant entrant : entrants) {
            if (stop) {
                return;
            }
            Entrant.Served result = entrant.serve();
            if (!identity.check(entrant, result.digest())) {
                differing.add(entrant.id());
            }
            if (timed) {
                (redirected ? on : off).add(round, entrant.id(), result.nanos());
            }
            served++;
        }
    }

    private static Side side(Lane lane) {
        return new Side(lane.total(), lane.rounds());
    }
}

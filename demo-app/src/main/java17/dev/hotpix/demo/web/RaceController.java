package dev.hotpix.demo.web;

import dev.hotpix.demo.gallery.Photo;
import dev.hotpix.demo.gallery.PhotoStore;
import dev.hotpix.demo.live.AgentStatus;
import dev.hotpix.demo.live.AgentSwitches;
import dev.hotpix.demo.live.RaceSnapshot;
import dev.hotpix.demo.live.RaceTrack;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The race over HTTP: one at a time, for all who look. */
@RestController
class RaceController {

    private final RaceTrack track;
    private final AgentSwitches agent;
    private final PhotoStore store;

    RaceController(RaceTrack track, AgentSwitches agent, PhotoStore store) {
        this.track = track;
        this.agent = agent;
        this.store = store;
    }

    /** @param photos ids; null or empty for all, as many as may race */
    record RaceRequest(int rounds, List<String> photos) {}

    @GetMapping("/api/agent")
    AgentView agent() {
        return AgentView.of(agent.status());
    }

    @GetMapping("/api/race")
    RaceSnapshot snapshot() {
        return track.snapshot();
    }

    @PostMapping("/api/race")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RaceSnapshot start(@RequestBody RaceRequest request) throws IOException {
        try {
            if (!track.start(chosen(request.photos()), request.rounds())) {
                throw new ResponseStatusException(HttpStatus.CONFLICT, "a race is under way");
            }
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
        return track.snapshot();
    }

    @DeleteMapping("/api/race")
    RaceSnapshot stop() {
        track.stop();
        return track.snapshot();
    }

    private List<Photo> chosen(List<String> ids) {
        return store.all().stream()
                .filter(photo -> ids == null || ids.isEmpty() || ids.contains(photo.id()))
                .limit(RaceTrack.MOST_PHOTOS)
                .toList();
    }

    /** What the page says of the agent, and of this JVM. */
    record AgentView(AgentStatus agent, String java, String processors) {

        static AgentView of(AgentStatus status) {
            return new AgentView(status, System.getProperty("java.vm.name") + " " + Runtime.version(),
                    Runtime.getRuntime().availableProcessors() + " processors");
        }
    }
}

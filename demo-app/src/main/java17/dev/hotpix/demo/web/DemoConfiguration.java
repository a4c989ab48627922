package dev.hotpix.demo.web;

import dev.hotpix.demo.gallery.PhotoRenderer;
import dev.hotpix.demo.gallery.PhotoStore;
import dev.hotpix.demo.gallery.StarterPhotos;
import dev.hotpix.demo.gallery.UploadLimits;
import dev.hotpix.demo.live.AgentSwitches;
import dev.hotpix.demo.live.HotLines;
import dev.hotpix.demo.live.RaceTrack;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What the application is made of. */
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DemoConfiguration.class);

    @Bean
    PhotoRenderer photoRenderer() {
        return new PhotoRenderer();
    }

    @Bean
    ScratchFolder scratchFolder() throws IOException {
        return new ScratchFolder();
    }

    @Bean
    PhotoStore photoStore(ScratchFolder scratch, PhotoRenderer renderer) {
        return new PhotoStore(scratch.path(), UploadLimits.DEFAULT, renderer);
    }

    @Bean
    StarterPhotos starterPhotos(PhotoStore store) {
        return new StarterPhotos(store);
    }

    @Bean
    AgentSwitches agentSwitches() {
        return new AgentSwitches(ManagementFactory.getPlatformMBeanServer());
    }

    @Bean
    RaceTrack raceTrack(AgentSwitches agent, ScratchFolder scratch, PhotoRenderer renderer) {
        Path folder = scratch.path();
        return new RaceTrack(agent, new HotLines(agent, folder), renderer);
    }

    @Bean
    StarterThread starterThread(StarterPhotos starters) {
        return new StarterThread(starters);
    }

    /** The gallery fills while it can be looked at already. */
    record StarterThread(StarterPhotos starters) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            Thread thread = new Thread(() -> {
                try {
                    starters.make();
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    LOG.warn("The photos that come with the gallery could not be made: {}", e.toString());
                }
            }, "starter-photos");
            thread.setDaemon(true);
            thread.start();
        }
    }
}

package dev.hotpix.demo.web;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells where to point the browser. */
@Component
class OpenHint {

    private final Environment environment;

    OpenHint(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void serverStarted(WebServerInitializedEvent event) {
        String host = environment.getProperty("server.address", "localhost");
        System.out.println("The gallery is open at http://" + host + ":" + event.getWebServer().getPort() + "/");
    }
}

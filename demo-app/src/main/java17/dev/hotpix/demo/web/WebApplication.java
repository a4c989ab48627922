package dev.hotpix.demo.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The demo as a web application, started by {@code java -jar hotpix-demo-app.jar web}. */
@SpringBootApplication
public class WebApplication {

    private static final Map<String, String> PROPERTIES =
            Map.of("--port", "--server.port", "--host", "--server.address");

    /** @param args pairs of {@code --port} or {@code --host} and a value */
    public static void main(String[] args) {
        List<String> properties = new ArrayList<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            properties.add(PROPERTIES.getOrDefault(args[i], args[i]) + "=" + args[i + 1]);
        }
        SpringApplication.run(WebApplication.class, properties.toArray(String[]::new));
    }
}

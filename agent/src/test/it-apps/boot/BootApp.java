package app;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application with Actuator that reads images when it is asked to. It knows nothing of any agent. */
@SpringBootApplication
@RestController
public class BootApp {

    private final byte[] picture = picture();

    public static void main(String[] args) {
        SpringApplication.run(BootApp.class, args);
    }

    /** Configuration that must hold for meters of any origin. */
    @Bean
    MeterFilter shop() {
        return MeterFilter.commonTags(Tags.of("shop", "north"));
    }

    @Bean
    MeterFilter noPixels() {
        return MeterFilter.denyNameStartsWith("image.decode.pixels");
    }

    @GetMapping("/decode")
    String decode(@RequestParam(name = "times") int times) throws Exception {
        for (int i = 0; i < times; i++) {
            ImageIO.read(new ByteArrayInputStream(picture));
        }
        return "decoded " + times;
    }

    private static byte[] picture() {
        // A PNG file made without image code: the first image operation is to come with the first request.
        return Base64.getDecoder().decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");
    }
}

package app;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A web application with a Micrometer of its own: reads as many pictures as it is asked to, tells what it counted. */
public final class PictureServlet extends HttpServlet {

    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=");

    /** Never closed: what the application leaves behind must go with it. */
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int times = Integer.parseInt(request.getParameter("times"));
        for (int i = 0; i < times; i++) {
            ImageIO.read(new ByteArrayInputStream(PNG));
        }
        double count = 0;
        for (Meter meter : registry.getMeters()) {
            for (Measurement measurement : meter.measure()) {
                if (meter.getId().getName().equals("image.decode")
                        && measurement.getStatistic().name().equals("COUNT")) {
                    count += measurement.getValue();
                }
            }
        }
        response.getWriter().print((long) count);
    }
}

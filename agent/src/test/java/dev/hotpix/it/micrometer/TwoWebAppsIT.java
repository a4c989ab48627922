package dev.hotpix.it.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two web applications in one server, each with a Micrometer of its own. */
class TwoWebAppsIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void eachCountsItsOwnAndGoesWhenUndeployed(Jdk jdk) throws Exception {
        List<Path> tomcat = AppBuild.only(AppBuild.jars("boot3"), "tomcat-embed-core", "jakarta.annotation-api");
        List<Path> micrometer = AppBuild.only(AppBuild.jars("micrometer"),
                "micrometer-core-1.17.", "micrometer-commons", "micrometer-observation", "HdrH", "LatencyU");
        Path web = folder.resolve("web");
        List<Path> servletPath = new ArrayList<>(tomcat);
        servletPath.addAll(micrometer);
        AppBuild.compile("tomcat", servletPath, web.resolve("WEB-INF/classes"));
        Path lib = Files.createDirectories(web.resolve("WEB-INF/lib"));
        for (Path jar : micrometer) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        List<Path> serverPath = new ArrayList<>(tomcat);
        serverPath.add(AppBuild.compile("tomcat-server", tomcat, folder.resolve("server")));
        try (AppProcess app = AppProcess.start(jdk, folder, "start=sync", List.of("-cp", AppBuild.classPath(serverPath),
                "app.TwoWebApps", web.toString(), folder.resolve("base").toString()))) {
            app.end();
            assertEquals("30", app.value("north"), app::text);
            assertEquals(List.of("50", "57"), app.values("south"), app::text);
            assertEquals("true", app.value("collected"), app::text);
            assertEquals(1, app.agentLines().size(), app::text);
        }
    }
}

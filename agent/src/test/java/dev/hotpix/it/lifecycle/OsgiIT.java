package dev.hotpix.it.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotpix.it.Jdk;
import dev.hotpix.it.micrometer.AppBuild;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles in Apache Felix, whose class loaders delegate by package. */
class OsgiIT {

    @ParameterizedTest
    @MethodSource("dev.hotpix.it.Jdks#all")
    void bundlesMakePicturesAndGo(Jdk jdk) throws Exception {
        List<Path> felix = AppBuild.jars("felix");
        Path folder = Fixture.directory("osgi");
        Path bundles = AppBuild.compile("osgi-bundle", felix, folder.resolve("bundle"));
        Path first = bundle(bundles, folder.resolve("first.jar"), "first");
        Path second = bundle(bundles, folder.resolve("second.jar"), "second");
        List<Path> classPath = new ArrayList<>(felix);
        classPath.add(AppBuild.compile("osgi", felix, folder.resolve("app")));
        List<Fork> forks = new ArrayList<>();
        for (String mode : new String[] {"", "start=async"}) {
            Fork fork = Fork.tool(jdk, "java", "-XX:TieredStopAtLevel=1", "-cp", AppBuild.classPath(classPath));
            if (!mode.isEmpty()) {
                fork.agent(mode);
            }
            forks.add(fork.options("app.FelixApp", first.toString(), second.toString(),
                    Fixture.directory("cache").toString(), Fixture.photo().toString(),
                    Boolean.toString(!mode.isEmpty())));
        }
        List<Outcome> outcomes = Fork.atOnce(forks);
        Outcome plain = outcomes.get(0).succeeded();
        assertEquals(10, plain.values("1").size(), plain::toString);
        assertEquals("true", plain.value("collected"), plain::toString);
        List<String> out = new ArrayList<>(plain.out());
        out.add("redirected=10");
        Outcome agent = outcomes.get(1).succeeded().oneLine("jpeg-decode=libjpeg-turbo");
        assertEquals(out, agent.out(), agent::toString);
        assertEquals(plain.err(), agent.others(), agent::toString);
    }

    private static Path bundle(Path classes, Path jar, String name) throws Exception {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Activator", "bundle.Pictures");
        attributes.putValue("Import-Package", "org.osgi.framework, javax.imageio");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry("bundle/Pictures.class"));
            Files.copy(classes.resolve("bundle/Pictures.class"), out);
        }
        return jar;
    }
}

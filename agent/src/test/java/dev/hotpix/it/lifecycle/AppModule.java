package dev.hotpix.it.lifecycle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** The forked applications as a named module, which exports and opens nothing. */
record AppModule(String name, Path jar) {

    /** Makes the module's jar. */
    static AppModule requiring(String... modules) throws IOException {
        String name = "pictures.of.an.application";
        Path folder = Fixture.directory("module");
        StringBuilder declaration = new StringBuilder("module " + name + " {\n");
        for (String module : modules) {
            declaration.append("    requires ").append(module).append(";\n");
        }
        Path source = Files.writeString(folder.resolve("module-info.java"), declaration.append("}\n"));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler().run(
                null, null, errors, "--release", "17", "-d", folder.toString(), source.toString());
        if (exit != 0) {
            throw new IllegalStateException(errors.toString(StandardCharsets.UTF_8));
        }
        Path jar = folder.resolve("pictures.jar");
        try (JarFile classes = new JarFile(Fixture.appJar().toFile());
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("module-info.class"));
            Files.copy(folder.resolve("module-info.class"), out);
            List<JarEntry> entries = classes.stream().filter(entry -> entry.getName().endsWith(".class"))
                    .collect(Collectors.toList());
            for (JarEntry entry : entries) {
                out.putNextEntry(new JarEntry(entry.getName()));
                classes.getInputStream(entry).transferTo(out);
            }
        }
        return new AppModule(name, jar);
    }

    /** What {@code -m} takes. */
    String main(Class<?> main) {
        return name + "/" + main.getName();
    }
}

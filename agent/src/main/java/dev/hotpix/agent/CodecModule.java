package dev.hotpix.agent;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the codec's package a named module of the agent's loader. The JDK grants native access to a named
 * module without a warning; the same grant on unnamed code would have to go to all of the application's.
 */
final class CodecModule {

    private static final String NAME = "dev.hotpix.codec";

    private CodecModule() {
    }

    /** Defines the module; must come before the first class of the codec is loaded. */
    static Module define() {
        ModuleDescriptor descriptor = ModuleDescriptor.newModule(NAME).packages(Set.of(NAME)).exports(NAME).build();
        ModuleReference reference = new ModuleReference(descriptor, null) {
            @Override
            public ModuleReader open() {
                throw new UnsupportedOperationException("classes come from the agent's loader");
            }
        };
        ModuleFinder finder = new ModuleFinder() {
            @Override
            public Optional<ModuleReference> find(String name) {
                return name.equals(NAME) ? Optional.of(reference) : Optional.empty();
            }

            @Override
            public Set<ModuleReference> findAll() {
                return Set.of(reference);
            }
        };
        ModuleLayer boot = ModuleLayer.boot();
        Configuration resolved = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(NAME));
        ModuleLayer layer = ModuleLayer.defineModules(
                resolved, List.of(boot), name -> CodecModule.class.getClassLoader()).layer();
        return layer.findModule(NAME).orElseThrow();
    }
}

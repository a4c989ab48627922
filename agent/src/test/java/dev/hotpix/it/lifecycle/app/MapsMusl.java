package dev.hotpix.it.lifecycle.app;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Maps a file that is named like musl's loader, then reads a picture and waits for the agent. */
public final class MapsMusl {

    private MapsMusl() {
    }

    public static void main(String[] args) throws Exception {
        Path loader = Path.of(args[1], "ld-musl-x86_64.so.1");
        Files.write(loader, new byte[4096]);
        try (FileChannel channel = FileChannel.open(loader)) {
            Object mapping = channel.map(FileChannel.MapMode.READ_ONLY, 0, 4096);
            System.out.println("picture=" + Picture.read(args[0]));
            AgentView.awaitReady();
            System.out.println("mapped=" + (mapping != null));
        }
    }
}

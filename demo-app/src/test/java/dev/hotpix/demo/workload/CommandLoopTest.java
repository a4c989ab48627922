package dev.hotpix.demo.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLoopTest {

    @TempDir
    Path folder;

    @Test
    void loadsDecodesAndDigests() throws IOException {
        BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR);
        Path spaced = folder.resolve("an image.png");
        ImageIO.write(image, "png", spaced.toFile());
        List<String> answers = answers("load " + spaced, "decode 0 3", "digest 0", "quit", "digest 0");
        assertEquals(4, answers.size(), answers.toString());
        assertEquals("ready", answers.get(0));
        assertEquals("ok 0", answers.get(1));
        assertTrue(answers.get(2).matches("ok [1-9]\\d* -?\\d+"), answers.get(2));
        assertEquals(ImageDigest.of(image), answers.get(3));
    }

    @Test
    void whatIsNoImageIsAnAnswerToo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "no image");
        Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {-1, -40, -1});
        List<String> answers =
                answers("load " + text, "load " + broken, "digest 0", "digest 1", "decode 1 1", "decode 0 1");
        assertEquals("none", answers.get(3));
        assertTrue(answers.get(4).startsWith("exception javax.imageio.IIOException: "), answers.get(4));
        assertTrue(answers.get(5).startsWith("failed javax.imageio.IIOException: "), answers.get(5));
        assertTrue(answers.get(6).startsWith("ok "), answers.get(6));
    }

    @Test
    void readsAnyMBean() throws IOException {
        List<String> answers = answers(
                "mbean java.lang:type=Runtime SpecVersion",
                "mbean java.lang:type=Runtime NoSuchAttribute",
                "mbean dev.hotpix:type=Agent RedirectedDecodes",
                "mbean not-a-name X");
        assertEquals(
                List.of("ready", System.getProperty("java.specification.version"), "-", "-", "-"), answers);
    }

    @Test
    void mistakesAreAnswered() throws IOException {
        List<String> answers =
                answers("dance", "decode 0", "decode 7 1", "digest x", "load " + folder.resolve("none.jpg"), "mbean x");
        assertEquals(7, answers.size());
        answers.subList(1, 7).forEach(answer -> assertTrue(answer.startsWith("error "), answer));
    }

    private static List<String> answers(String... commands) throws IOException {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        new CommandLoop(new Workload()).run(
                new BufferedReader(new StringReader(String.join("\n", commands))),
                new PrintStream(answers, true, StandardCharsets.UTF_8));
        return answers.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }
}

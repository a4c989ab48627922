package dev.hotpix.demo.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotpix.demo.photo.JpegEncoder;
import dev.hotpix.demo.photo.PhotoSynthesizer;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
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
        List<String> answers = answers("load " + spaced, "run 0 3", "digest 0", "quit", "digest 0");
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
                answers("load " + text, "load " + broken, "digest 0", "digest 1", "run 1 1", "run 0 1");
        assertEquals("none", answers.get(3));
        assertTrue(answers.get(4).startsWith("exception javax.imageio.IIOException: "), answers.get(4));
        assertTrue(answers.get(5).startsWith("failed javax.imageio.IIOException: "), answers.get(5));
        assertTrue(answers.get(6).startsWith("ok "), answers.get(6));
    }

    @Test
    void thumbnailsAreSmallFilesAndEncodesLargeOnes() throws IOException {
        BufferedImage photo = new PhotoSynthesizer(3).color(900, 600);
        byte[] file = JpegEncoder.encode(photo, 0.9f, false);
        Path path = Files.write(folder.resolve("photo.jpg"), file);
        byte[] thumbnail = (byte[]) Job.THUMBNAIL.of(file).run();
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(thumbnail));
        assertEquals("256x171", shown.getWidth() + "x" + shown.getHeight());
        byte[] again = JpegEncoder.encode(ImageIO.read(path.toFile()), 0.85f, false);
        assertArrayEquals(again, (byte[]) Job.ENCODE.of(file).run());
        List<String> answers = answers(Job.THUMBNAIL, "load " + path, "run 0 1", "digest 0");
        assertTrue(answers.get(2).startsWith("ok "), answers.get(2));
        assertEquals(ImageDigest.ofResult(thumbnail), answers.get(3));
        assertTrue(answers.get(3).matches("file [0-9a-f]{64} " + thumbnail.length + " bytes"), answers.get(3));
    }

    @Test
    void whatIsNoImageIsNoneOfEveryJob() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "no image");
        for (Job job : Job.values()) {
            assertEquals("none", answers(job, "load " + text, "digest 0").get(2));
        }
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
                answers("dance", "run 0", "run 7 1", "digest x", "load " + folder.resolve("none.jpg"), "mbean x");
        assertEquals(7, answers.size());
        answers.subList(1, 7).forEach(answer -> assertTrue(answer.startsWith("error "), answer));
    }

    private static List<String> answers(String... commands) throws IOException {
        return answers(Job.DECODE, commands);
    }

    private static List<String> answers(Job job, String... commands) throws IOException {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        new CommandLoop(new Workload(job)).run(
                new BufferedReader(new StringReader(String.join("\n", commands))),
                new PrintStream(answers, true, StandardCharsets.UTF_8));
        return answers.toString(StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }
}

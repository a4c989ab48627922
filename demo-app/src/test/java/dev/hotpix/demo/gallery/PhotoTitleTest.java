package dev.hotpix.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhotoTitleTest {

    @Test
    void nameWithoutFoldersAndEnding() {
        assertEquals("beach", PhotoTitle.ofFileName("beach.jpg"));
        assertEquals("passwd", PhotoTitle.ofFileName("../../etc/passwd"));
        assertEquals("evil", PhotoTitle.ofFileName("C:\\windows\\evil.png"));
        assertEquals(".hidden", PhotoTitle.ofFileName(".hidden"));
        assertEquals("Photo", PhotoTitle.ofFileName(null));
        assertEquals("Photo", PhotoTitle.ofFileName("\u0000\n.jpg"));
    }

    @Test
    void nothingThatDeceivesTheEye() {
        assertEquals("gpj.exe", PhotoTitle.printable("\u202Egpj\u0007.exe\uD800", 60));
        assertEquals("a b", PhotoTitle.printable("a\nb ", 60));
        assertEquals("xxxx", PhotoTitle.printable("x".repeat(1000), 4));
    }
}

package dev.hotpix.demo.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsNumbersToTheRight() {
        Table table = new Table("file", ">ms", "engine");
        table.row("a.jpg", "9.50", "stock");
        table.row("longer.jpg", "123.25", "x");
        assertEquals(
                List.of(
                        "file            ms  engine",
                        "a.jpg         9.50  stock",
                        "longer.jpg  123.25  x"),
                table.lines());
    }

    @Test
    void refusesRaggedRows() {
        assertThrows(IllegalArgumentException.class, () -> new Table("a", "b").row("1"));
    }
}

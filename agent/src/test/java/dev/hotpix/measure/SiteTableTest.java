package dev.hotpix.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class SiteTableTest {
    private final SiteTable table = new SiteTable();
    private final Series stock = series(Engine.STOCK);

    private static Series series(Engine engine) {
        return new Series(Operation.DECODE, Api.IMAGEIO, Format.JPEG, engine, Outcome.OK);
    }

    /** With all the sites that there may be, each with a histogram. */
    static SiteTable full() {
        SiteTable full = new SiteTable();
        for (int i = 0; i <= SiteTable.MOST_SITES; i++) {
            CallSite site = full.named(Operation.DECODE, "Site.of(Site.java:" + i + ")");
            for (int call = 0; call < CallSite.HISTOGRAM_FROM; call++) {
                site.observe(series(Engine.STOCK), new CallSite.Sums(1_000_000, 0, 1, 0));
            }
        }
        return full;
    }

    /** A frame that was never on a stack. */
    private record Frame(Class<?> type, String method, String descriptor, int bytecode, int line)
            implements StackFrame {
        @Override
        public String getClassName() {
            return type.getName();
        }

        @Override
        public String getMethodName() {
            return method;
        }

        @Override
        public Class<?> getDeclaringClass() {
            return type;
        }

        @Override
        public String getDescriptor() {
            return descriptor;
        }

        @Override
        public int getByteCodeIndex() {
            return bytecode;
        }

        @Override
        public String getFileName() {
            return "Shop.java";
        }

        @Override
        public int getLineNumber() {
            return line;
        }

        @Override
        public boolean isNativeMethod() {
            return false;
        }

        @Override
        public StackTraceElement toStackTraceElement() {
            return new StackTraceElement("app", "module", "1", type.getName(), method, "Shop.java", line);
        }
    }

    private CallSite at(String method, String descriptor, int bytecode, int line) {
        return table.at(Operation.DECODE, new Frame(List.class, method, descriptor, bytecode, line));
    }

    @Test
    void oneLineIsOneSite() {
        CallSite first = at("show", "()V", 3, 10);
        assertEquals("java.util.List.show(Shop.java:10)", first.label());
        assertSame(first, at("show", "()V", 3, 10));
        assertSame(first, at("show", "()V", 30, 10));
        assertNotSame(first, at("show", "()V", 40, 11));
        assertNotSame(first, table.at(Operation.RESIZE, new Frame(List.class, "show", "()V", 3, 10)));
    }

    @Test
    void overloadsAreToldApart() {
        assertNotSame(at("show", "(I)V", 3, 10), at("show", "(J)V", 3, 20));
    }

    @Test
    void whatHasNoLineHasALabelNonetheless() {
        assertEquals("java.util.List.show(Shop.java)", at("show", "()V", 3, -1).label());
        assertEquals(SiteTable.UNKNOWN, table.at(Operation.DECODE, null).label());
    }

    @Test
    void sitesAreBoundedAndNoOperationIsLost() {
        int calls = SiteTable.MOST_SITES + 88;
        for (int i = 0; i < calls; i++) {
            at("show", "()V", i, i).observe(stock, new CallSite.Sums(2_000_000, 0, 1, 0));
        }
        List<SiteSnapshot> all = table.snapshot();
        assertEquals(SiteTable.MOST_SITES + 1, all.size());
        assertEquals(calls, all.stream().mapToLong(SiteSnapshot::calls).sum());
        assertEquals(88, all.stream().filter(site -> site.label().equals("(other)")).findFirst().orElseThrow().calls());
    }

    @Test
    void instructionsAreBounded() {
        for (int i = 0; i < 2 * SiteTable.MOST_LOCATIONS; i++) {
            at("show", "()V", i, 10).observe(stock, new CallSite.Sums(2_000_000, 0, 1, 0));
        }
        assertEquals(2 * SiteTable.MOST_LOCATIONS, table.snapshot().get(0).calls());
        assertTrue(table.estimatedBytes() < 300_000, table.estimatedBytes() + " bytes");
    }

    @Test
    void threadsThatComeTogetherMakeOneSite() throws InterruptedException {
        Set<CallSite> found = ConcurrentHashMap.newKeySet();
        MeasurementsTest.runAll(8, number -> {
            for (int i = 0; i < 300; i++) {
                found.add(at("show", "()V", i * 8 + number, i));
            }
        });
        assertEquals(300, found.size());
        for (int i = 300; i < SiteTable.MOST_SITES; i++) {
            assertEquals("java.util.List.show(Shop.java:" + i + ")", at("show", "()V", 10_000 + i, i).label());
        }
        assertEquals("(other)", at("show", "()V", 9_999, 9_999).label());
    }

    @Test
    void percentilesFromTheTenthCallOn() {
        CallSite site = at("show", "()V", 1, 1);
        for (int i = 0; i < 9; i++) {
            site.observe(stock, new CallSite.Sums(5_000_000, 0, 10, 0));
        }
        assertEquals(0, table.snapshot().get(0).p50Nanos());
        for (int i = 0; i < 99; i++) {
            site.observe(series(Engine.VECTOR), new CallSite.Sums(20_000_000, 0, 10, 0));
        }
        site.observe(series(Engine.OTHER), new CallSite.Sums(900_000_000, 0, 10, 0));
        SiteSnapshot snapshot = table.snapshot().get(0);
        assertEquals(20_000_000, snapshot.p50Nanos(), 20_000_000 * 0.033);
        assertEquals(20_000_000, snapshot.p99Nanos(), 20_000_000 * 0.033);
        assertEquals(900_000_000, snapshot.maxNanos());
        assertEquals(109, snapshot.calls());
        assertEquals(109, snapshot.observed());
        assertEquals(99, snapshot.redirectedCalls());
        assertEquals(1090, snapshot.pixels());
        assertEquals(9 * 5_000_000L + 99 * 20_000_000L + 900_000_000L, snapshot.totalNanos());
    }

    @Test
    void representedCallsWeighInPercentiles() {
        CallSite site = at("show", "()V", 1, 1);
        for (int i = 0; i < 20; i++) {
            site.observe(stock, new CallSite.Sums(5_000_000, 0, 1, 0));
        }
        site.observe(stock, new CallSite.Sums(100_000, 0, 1, 0));
        site.represent(stock, 100_000, 100, new CallSite.Sums(9_000_000, 0, 100, 0));
        SiteSnapshot snapshot = table.snapshot().get(0);
        assertEquals(100_000, snapshot.p50Nanos(), 3_300);
        assertEquals(121, snapshot.calls());
        assertEquals(21, snapshot.observed());
        assertEquals(109_100_000, snapshot.totalNanos());
    }

    /** No field of what is kept can lead to a class of the application. */
    @Test
    void locationsHoldNoClasses() {
        assertTrue(Arrays.stream(CodeLocation.class.getDeclaredFields()).map(Field::getType).allMatch(type ->
                type.isPrimitive() || type == String.class || type == Operation.class));
    }
}

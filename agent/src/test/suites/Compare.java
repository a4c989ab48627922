import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Compares the outcome of three runs of a test suite, test by test. Arguments: the suite's name, a folder, and in it
 * the folders with the reports of two runs without the agent and of one with it. Exits with 1 if a test whose outcome
 * was the same in both runs without it has another one with it.
 */
final class Compare {

    private Compare() {
    }

    public static void main(String[] args) throws Exception {
        List<Map<String, String>> runs = new ArrayList<>();
        for (int i = 2; i < args.length; i++) {
            runs.add(outcomes(Path.of(args[1], args[i])));
        }
        TreeSet<String> names = new TreeSet<>();
        runs.forEach(run -> names.addAll(run.keySet()));
        int unsteady = 0;
        int different = 0;
        for (String name : names) {
            List<String> outcomes = runs.stream().map(run -> run.getOrDefault(name, "absent"))
                    .collect(Collectors.toList());
            if (!outcomes.get(0).equals(outcomes.get(1))) {
                unsteady++;
                System.out.println(args[0] + ": unsteady: " + name + " " + outcomes);
            } else if (!outcomes.get(0).equals(outcomes.get(2))) {
                different++;
                System.out.println(args[0] + ": DIFFERENT: " + name + " " + outcomes);
            }
        }
        System.out.println(args[0] + ": " + names.size() + " tests; stock " + counts(runs.get(0)) + ", with the agent "
                + counts(runs.get(2)) + "; unsteady " + unsteady + ", different " + different);
        if (names.isEmpty() || different > 0) {
            System.exit(1);
        }
    }

    private static Map<String, Integer> counts(Map<String, String> run) {
        Map<String, Integer> counts = new TreeMap<>();
        run.values().forEach(outcome -> counts.merge(outcome.split(" ")[0], 1, Integer::sum));
        return counts;
    }

    /** By class and name; a failure or an error with its exception, whose message may hold a time or a hash. */
    private static Map<String, String> outcomes(Path reports) throws Exception {
        Map<String, String> outcomes = new TreeMap<>();
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        List<Path> files;
        try (Stream<Path> all = Files.list(reports)) {
            files = all.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted()
                    .collect(Collectors.toList());
        }
        for (Path file : files) {
            NodeList cases = parser.parse(file.toFile()).getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                String name = test.getAttribute("classname") + "." + test.getAttribute("name");
                // Parameterized tests may share a name.
                outcomes.merge(name.replaceAll("@[0-9a-f]+", "@"), outcome(test), (one, other) -> one + ", " + other);
            }
        }
        return outcomes;
    }

    private static String outcome(Element test) {
        for (Node child = test.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element && List.of("failure", "error", "skipped").contains(child.getNodeName())) {
                return (child.getNodeName() + " " + ((Element) child).getAttribute("type")).trim();
            }
        }
        return "passed";
    }
}

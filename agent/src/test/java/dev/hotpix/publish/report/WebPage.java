package dev.hotpix.publish.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** A report as a browser or a parser of XML sees it. */
public final class WebPage {
    private final Document document;

    private WebPage(Document document) {
        this.document = document;
    }

    /** Throws if {@code text} is not well-formed. */
    public static WebPage parse(String text) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        // Not to stderr.
        builder.setErrorHandler(new DefaultHandler());
        return new WebPage(builder.parse(new InputSource(new StringReader(text))));
    }

    /** All elements of a name. */
    public List<Element> all(String name) {
        return elements(document.getDocumentElement(), name);
    }

    private static List<Element> elements(Element within, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = within.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The cells of a table, row by row, that of the heads first. */
    public List<List<String>> table(int index) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : elements(all("table").get(index), "tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : elements(row, "*")) {
                if (cell.getTagName().equals("td") || cell.getTagName().equals("th")) {
                    cells.add(cell.getTextContent());
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The first table that has a column of a name. */
    public List<List<String>> tableWith(String head) {
        for (int i = 0; i < all("table").size(); i++) {
            if (table(i).get(0).contains(head)) {
                return table(i);
            }
        }
        throw new AssertionError("no table with " + head + " in " + text());
    }

    /** All that can be read. */
    public String text() {
        return all("body").get(0).getTextContent();
    }
}

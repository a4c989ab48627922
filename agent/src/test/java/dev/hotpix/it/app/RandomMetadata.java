package dev.hotpix.it.app;

import java.util.Random;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Image metadata with other sampling factors, tables, restart intervals, markers and component numbers. */
final class RandomMetadata {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";
    private static final int[][] FACTORS = {{1, 1}, {2, 2}, {2, 1}, {1, 2}, {4, 1}, {1, 4}, {4, 2}, {2, 4}, {3, 1}, {3, 2}};

    private final Random random;

    RandomMetadata(Random random) {
        this.random = random;
    }

    /** Null if what was thought of is not valid. */
    IIOMetadata next(ImageWriter writer, ImageTypeSpecifier type, ImageWriteParam param) {
        try {
            IIOMetadata metadata = writer.getDefaultImageMetadata(type, param);
            Node root = metadata.getAsTree(FORMAT);
            Node sequence = root.getLastChild();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                change(root, sequence);
            }
            metadata.setFromTree(FORMAT, root);
            return metadata;
        } catch (IIOInvalidTreeException | RuntimeException | AssertionError invalid) {
            return null;
        }
    }

    private void change(Node root, Node sequence) {
        switch (random.nextInt(11)) {
            case 0:
                factors(sequence);
                break;
            case 1:
                IIOMetadataNode dri = new IIOMetadataNode("dri");
                dri.setAttribute("interval", Integer.toString(1 + random.nextInt(random.nextBoolean() ? 4 : 200)));
                sequence.insertBefore(dri, sequence.getFirstChild());
                break;
            case 2:
                remove(sequence, "dqt");
                break;
            case 3:
                remove(sequence, "dht");
                break;
            case 4:
                remove(root.getFirstChild(), "app0JFIF");
                break;
            case 5:
                quant(sequence);
                break;
            case 6:
                ids(sequence);
                break;
            case 7:
                adobe(sequence);
                break;
            case 8:
                IIOMetadataNode comment = new IIOMetadataNode("com");
                comment.setAttribute("comment", "made " + random.nextInt());
                sequence.insertBefore(comment, sequence.getFirstChild());
                break;
            case 9:
                first(sequence, "sof").getAttributes().getNamedItem("process").setNodeValue("2");
                break;
            default:
                huffman(sequence);
        }
    }

    private static Node first(Node parent, String name) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(name)) {
                return children.item(i);
            }
        }
        return new IIOMetadataNode(name);
    }

    private static void remove(Node parent, String name) {
        Node child = first(parent, name);
        if (child.getParentNode() != null) {
            parent.removeChild(child);
        }
    }

    private void factors(Node sequence) {
        NodeList specs = first(sequence, "sof").getChildNodes();
        boolean all = random.nextInt(3) == 0;
        for (int i = 0; i < specs.getLength(); i++) {
            int[] factors = i == 0 || all ? FACTORS[random.nextInt(random.nextBoolean() ? 4 : FACTORS.length)] : FACTORS[0];
            IIOMetadataNode spec = (IIOMetadataNode) specs.item(i);
            spec.setAttribute("HsamplingFactor", Integer.toString(factors[0]));
            spec.setAttribute("VsamplingFactor", Integer.toString(factors[1]));
        }
    }

    private void ids(Node sequence) {
        NodeList specs = first(sequence, "sof").getChildNodes();
        NodeList scans = first(sequence, "sos").getChildNodes();
        int base = random.nextInt(3) == 0 ? 'R' : random.nextInt(250);
        for (int i = 0; i < specs.getLength(); i++) {
            String id = Integer.toString(base + i);
            ((IIOMetadataNode) specs.item(i)).setAttribute("componentId", id);
            ((IIOMetadataNode) specs.item(i)).setAttribute("QtableSelector", Integer.toString(random.nextInt(4) == 0 ? 2 : i > 0 ? 1 : 0));
            if (i < scans.getLength()) {
                ((IIOMetadataNode) scans.item(i)).setAttribute("componentSelector", id);
            }
        }
    }

    private void quant(Node sequence) {
        Node dqt = first(sequence, "dqt");
        if (dqt.getParentNode() == null) {
            return;
        }
        int tables = 1 + random.nextInt(4);
        while (dqt.getFirstChild() != null) {
            dqt.removeChild(dqt.getFirstChild());
        }
        for (int i = 0; i < tables; i++) {
            IIOMetadataNode table = new IIOMetadataNode("dqtable");
            table.setAttribute("elementPrecision", "0");
            table.setAttribute("qtableId", Integer.toString(i));
            table.setUserObject(table(random));
            dqt.appendChild(table);
        }
    }

    static JPEGQTable table(Random random) {
        int[] values = new int[64];
        int most = random.nextInt(20) == 0 ? 4_000 : 1 << 1 + random.nextInt(8);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + random.nextInt(most);
        }
        return new JPEGQTable(values);
    }

    private void huffman(Node sequence) {
        NodeList tables = first(sequence, "dht").getChildNodes();
        for (int i = 0; i < tables.getLength(); i++) {
            IIOMetadataNode table = (IIOMetadataNode) tables.item(i);
            if (table.getAttribute("class").equals("0") && random.nextBoolean()) {
                // Shorter and longer codes than usual, and one that lacks the largest differences.
                table.setUserObject(random.nextBoolean() ? JPEGHuffmanTable.StdDCChrominance
                        : random.nextInt(3) > 0 ? new JPEGHuffmanTable(lengths(12), values(12))
                        : new JPEGHuffmanTable(lengths(7), values(7)));
            }
        }
    }

    /** All lengths: where some are missing stock writes what its memory happens to hold. */
    private static short[] lengths(int codes) {
        short[] lengths = new short[16];
        lengths[4] = (short) codes;
        return lengths;
    }

    private static short[] values(int codes) {
        short[] values = new short[codes];
        for (int i = 0; i < codes; i++) {
            values[i] = (short) (codes - 1 - i);
        }
        return values;
    }

    private void adobe(Node sequence) {
        IIOMetadataNode adobe = new IIOMetadataNode("app14Adobe");
        adobe.setAttribute("version", "100");
        adobe.setAttribute("flags0", "0");
        adobe.setAttribute("flags1", "0");
        adobe.setAttribute("transform", Integer.toString(random.nextInt(3)));
        sequence.insertBefore(adobe, sequence.getFirstChild());
    }
}

package dev.hotpix.it.app;

import java.nio.charset.StandardCharsets;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The trees of an image's metadata as a length and a hash. */
final class MetadataText {

    private MetadataText() {
    }

    static String of(IIOMetadata metadata) {
        if (metadata == null) {
            return "null";
        }
        StringBuilder text = new StringBuilder();
        for (String format : metadata.getMetadataFormatNames()) {
            text.append(format);
            append(metadata.getAsTree(format), text);
        }
        return text.length() + " " + ImageText.sha(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(Node node, StringBuilder text) {
        text.append('<').append(node.getNodeName());
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            text.append(' ').append(attributes.item(i).getNodeName()).append('=')
                    .append(attributes.item(i).getNodeValue());
        }
        Object content = node instanceof IIOMetadataNode ? ((IIOMetadataNode) node).getUserObject() : null;
        if (content instanceof byte[]) {
            text.append(ImageText.sha((byte[]) content));
        } else if (content instanceof JPEGQTable || content instanceof JPEGHuffmanTable) {
            text.append(content);
        } else if (content != null) {
            text.append(content.getClass().getName());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            append(child, text);
        }
        text.append('>');
    }
}

package dev.hotpix.publish.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("hotpix.ImageDecode")
@Label("Image Decode")
@Description("An image was read from a file format")
final class ImageDecode extends ImageEvent {
}

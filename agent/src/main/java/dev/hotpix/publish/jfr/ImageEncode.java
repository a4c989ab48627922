package dev.hotpix.publish.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("hotpix.ImageEncode")
@Label("Image Encode")
@Description("An image was written in a file format")
final class ImageEncode extends ImageEvent {
}

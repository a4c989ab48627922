package dev.hotpix.publish.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("hotpix.ImageResize")
@Label("Image Resize")
@Description("An image was drawn or made in another size")
final class ImageResize extends ImageEvent {
}

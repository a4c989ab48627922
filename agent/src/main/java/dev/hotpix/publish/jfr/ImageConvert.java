package dev.hotpix.publish.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("hotpix.ImageConvert")
@Label("Image Convert")
@Description("An image was converted to another layout or colour space")
final class ImageConvert extends ImageEvent {
}

package dev.hotpix.redirect.resize;

import dev.hotpix.kernels.LuminanceSteps;
import dev.hotpix.kernels.PixelArea;
import dev.hotpix.kernels.PixelLayout;
import dev.hotpix.redirect.jpeg.profile.GrayConversions;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** {@code ColorConvertOp} from opaque sRGB to gray. */
final class ConvertRedirect {

    /** Pixels below which stock, which needs no preparation, is as fast. */
    private static final int FEWEST_PIXELS = 4096;

    private final ImageAccess images;
    private final ResizeAudit audit;
    private final SurfaceAccess surfaces;
    private final VarHandle profiles;
    private final GrayConversions conversions;

    /** Needs {@code java.awt.image} open to this class. */
    ConvertRedirect(SurfaceAccess surfaces, ImageAccess images, ResizeAudit audit, Executor background)
            throws ReflectiveOperationException {
        this.surfaces = surfaces;
        this.images = images;
        this.audit = audit;
        profiles = MethodHandles.privateLookupIn(ColorConvertOp.class, MethodHandles.lookup())
                .findVarHandle(ColorConvertOp.class, "profileList", ICC_Profile[].class);
        conversions = new GrayConversions(background);
    }

    /** Whether an operation may be one of ours: from the JDK's own sRGB to its own gray, and nothing in between. */
    boolean takes(ColorConvertOp op, BufferedImage source, BufferedImage destination) {
        if (op.getClass() != ColorConvertOp.class) {
            return false;
        }
        ICC_Profile[] named = (ICC_Profile[]) profiles.get(op);
        ICC_Profile gray = profile(ColorSpace.CS_GRAY);
        ICC_Profile srgb = profile(ColorSpace.CS_sRGB);
        // The source's profile and the destination's are put to the ends of the list, unless they are there.
        int first = named.length > 0 && named[0] == srgb ? 1 : 0;
        boolean endsInGray = named.length == first + 1 && named[first] == gray;
        return profile(source) == srgb && (destination == null ? endsInGray
                : profile(destination) == gray && (endsInGray || named.length == first));
    }

    private static ICC_Profile profile(int colorSpace) {
        return ((ICC_ColorSpace) ColorSpace.getInstance(colorSpace)).getProfile();
    }

    private static ICC_Profile profile(BufferedImage image) {
        ColorSpace colors = image.getColorModel().getColorSpace();
        return colors.getClass() == ICC_ColorSpace.class ? ((ICC_ColorSpace) colors).getProfile() : null;
    }

    /**
     * Converts, or leaves everything as it was.
     *
     * @param destination null if one is to be made
     * @param reasons told why it is left to stock
     * @return what has been converted, or null
     */
    BufferedImage convert(
            ColorConvertOp op, BufferedImage source, BufferedImage destination, Consumer<FallbackReason> reasons)
            throws Throwable {
        PixelArea from = images.area(source);
        if (from == null || !isOpaqueColor(from.layout()) || !ImageAccess.hasUsualColors(source, from.layout())) {
            reasons.accept(FallbackReason.SOURCE_TYPE);
            return null;
        }
        PixelArea to = destination == null ? null : images.area(destination);
        FallbackReason refusal = destination != null && !isGray(to, from) ? FallbackReason.DESTINATION_TYPE
                : (long) from.width() * from.height() < FEWEST_PIXELS ? FallbackReason.SLOWER : null;
        LuminanceSteps steps = refusal != null ? null : conversions.of((long) from.width() * from.height());
        if (steps == null) {
            reasons.accept(refusal != null ? refusal : refusal());
            return null;
        }
        BufferedImage result = destination;
        if (result == null) {
            result = op.createCompatibleDestImage(source, null);
            to = images.area(result);
            if (!isGray(to, from)) {
                reasons.accept(FallbackReason.DESTINATION_TYPE);
                return null;
            }
        }
        convert(steps, source, from, result, to);
        return result;
    }

    private static boolean isGray(PixelArea area, PixelArea source) {
        return area != null && area.layout() == PixelLayout.GRAY && area.width() == source.width()
                && area.height() == source.height();
    }

    private static boolean isOpaqueColor(PixelLayout layout) {
        return layout == PixelLayout.BGR || layout == PixelLayout.INT_RGB;
    }

    private FallbackReason refusal() {
        GrayConversions.State state = conversions.state();
        return state == GrayConversions.State.DIFFERS ? FallbackReason.PROBE_DIFFERS
                : state == GrayConversions.State.SLOWER ? FallbackReason.SLOWER : FallbackReason.PROBE_PENDING;
    }

    private void convert(
            LuminanceSteps steps, BufferedImage source, PixelArea from, BufferedImage destination, PixelArea to)
            throws Throwable {
        ResizeAudit.Drawing audited = audit.choose("conversion to gray", from, source.getType(), to,
                destination.getType(), new int[] {0, 0, to.width(), to.height()},
                (a, b) -> new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null)
                        .filter(surfaces.image(a), surfaces.image(b)));
        steps.convert(from, to);
        surfaces.markDirty(destination);
        if (audited != null) {
            audited.done(to);
        }
    }

    /** What serves, or {@code stock} and why. */
    String describe() {
        return conversions.state() == GrayConversions.State.READY ? "scalar"
                : "stock (" + (conversions.isBegun() ? refusal().label() : "not tried yet") + ")";
    }
}

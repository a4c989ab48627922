package dev.hotpix.redirect.jpeg;

import dev.hotpix.codec.ColorSpace;
import dev.hotpix.redirect.jpeg.profile.ProfileConversion;
import dev.hotpix.redirect.jpeg.profile.ProfileConversions;
import java.awt.Rectangle;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import javax.imageio.ImageReadParam;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;

/** How a read is to be redirected, or why not: all that can be known before looking at the file's data. */
final class ReadPlan {

    private final ReadRequest request;
    private final ColorConversion conversion;
    private final RowSelection selection;
    private final int width;
    private final int height;
    private final RasterTarget plain;
    private final boolean ownClasses;
    private final boolean fresh;
    private final ProfileConversion profile;

    private ReadPlan(
            ReadRequest request, ReaderInternals internals, RasterTarget.Access rasters, ColorConversion conversion,
            RowSelection selection, ProfileConversions profiles) {
        this.request = request;
        this.conversion = conversion;
        this.selection = selection;
        Object reader = request.reader();
        width = internals.width(reader);
        height = internals.height(reader);
        WritableRaster target = internals.target(reader);
        ownClasses = !isJdk(target) || !isJdk(target.getDataBuffer()) || !isJdk(target.getSampleModel());
        fresh = internals.readsRaster(reader) || isFresh(request.param());
        boolean asIs = !request.wantUpdates() && selection.bandsInOrder();
        RasterTarget samples = asIs
                ? plain(rasters, target, internals.destinationRegion(reader), selection, conversion.bands()) : null;
        boolean whole = samples != null && !isWatched() && selection.takesAll(width, height);
        profile = whole && samples.reversed() ? profile(internals, reader, profiles) : null;
        plain = profile != null || !internals.convertsAfterwards(reader) ? samples : null;
    }

    private static ProfileConversion profile(ReaderInternals internals, Object reader, ProfileConversions profiles) {
        ColorConvertOp op = internals.profileConversion(reader);
        return op == null ? null : profiles.of(op, internals.profileSpace(reader),
                internals.image(reader).getColorModel().getColorSpace(),
                (long) internals.width(reader) * internals.height(reader));
    }

    /** A method of any other class may do anything. */
    private static boolean isJdk(Object object) {
        return object.getClass().getClassLoader() == null;
    }

    private static boolean isFresh(ImageReadParam param) {
        if (param == null) {
            return true;
        }
        boolean known = param.getClass() == ImageReadParam.class || param.getClass() == JPEGImageReadParam.class;
        return known && param.getDestination() == null;
    }

    private static RasterTarget plain(
            RasterTarget.Access rasters, WritableRaster target, Rectangle region, RowSelection selection, int bands) {
        RasterTarget whole = rasters.of(target, bands);
        if (whole == null || region.width * bands != selection.rowBytes() || region.height != selection.rows()) {
            return null;
        }
        return whole.part(region.x, region.y, region.width, region.height);
    }

    /** Why a request is left to stock; null if a plan can be made. */
    static FallbackReason refuse(ReadRequest request, ReaderInternals internals) {
        Object reader = request.reader();
        if (internals.hasAbbreviatedTables(reader)) {
            return FallbackReason.TABLES;
        }
        ColorConversion conversion = conversion(reader, internals);
        if (conversion == null) {
            return FallbackReason.COLOR_SPACE;
        }
        RowSelection selection = request.selection(conversion.bands());
        if (selection == null || request.buffer().length != selection.rowBytes()) {
            return FallbackReason.BANDS;
        }
        return selection.endRow() == internals.height(reader) ? null : FallbackReason.REGION;
    }

    /** The plan for a request that is not refused. */
    static ReadPlan of(
            ReadRequest request, ReaderInternals internals, RasterTarget.Access rasters, ProfileConversions profiles) {
        ColorConversion conversion = conversion(request.reader(), internals);
        return new ReadPlan(
                request, internals, rasters, conversion, request.selection(conversion.bands()), profiles);
    }

    private static ColorConversion conversion(Object reader, ReaderInternals internals) {
        int from = internals.colorSpaceCode(reader);
        return ColorConversion.of(from, internals.readsRaster(reader) ? from : internals.outColorSpaceCode(reader));
    }

    /** Why a file of several scans, of which stock delivers each, is left to stock; null if it is not. */
    FallbackReason refuseScans() {
        if (request.wantUpdates()) {
            return FallbackReason.LISTENERS;
        }
        if (ownClasses) {
            return FallbackReason.DESTINATION;
        }
        return request.allPasses() ? null : FallbackReason.PASSES;
    }

    ReadRequest request() {
        return request;
    }

    ColorConversion conversion() {
        return conversion;
    }

    RowSelection selection() {
        return selection;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The destination, if rows may be copied to it as they are; else null, and rows go through the reader. */
    RasterTarget plain() {
        return plain;
    }

    /** The order of samples that is asked of the codec. */
    ColorSpace order() {
        boolean byJdk = profile != null && !profile.hasTables();
        return plain != null && plain.reversed() && !byJdk ? conversion.to() : conversion.stockTo();
    }

    /** How the samples of {@link #plain} are converted from the embedded profile; null if they are not. */
    ProfileConversion profile() {
        return profile;
    }

    /** Whether someone could see rows before the codec has finished. */
    boolean isWatched() {
        return request.wantUpdates() || !fresh || ownClasses;
    }

    /**
     * Whether the destination holds the rows that were kept, as they were decoded: nobody has drawn over them, and the
     * reader has changed nothing on their way.
     */
    boolean holds(KeptRows kept, ReaderInternals internals, RasterTarget.Access rasters) {
        Object reader = request.reader();
        RasterTarget held = internals.convertsAfterwards(reader) || !selection.bandsInOrder() ? null
                : plain(rasters, internals.target(reader), internals.destinationRegion(reader), selection,
                        conversion.bands());
        return held != null && kept.areIn(held, held.reversed() && plain == null);
    }

    /** Whether the codec may decode into the destination itself. */
    boolean isDirect() {
        return plain != null && !isWatched() && selection.takesAll(width, height);
    }
}

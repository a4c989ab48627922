package dev.hotpix.demo.web;

import dev.hotpix.demo.gallery.Photo;
import dev.hotpix.demo.gallery.PhotoStore;
import dev.hotpix.demo.gallery.RejectedPhotoException;
import dev.hotpix.demo.gallery.StarterPhotos;
import dev.hotpix.demo.gallery.ThumbnailSize;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The photos over HTTP. An id that was not given out is not found, whatever it looks like. */
@RestController
class GalleryController {

    // What an id leads to never changes.
    private static final CacheControl FOR_LONG = CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable();

    private final PhotoStore store;
    private final StarterPhotos starters;

    GalleryController(PhotoStore store, StarterPhotos starters) {
        this.store = store;
        this.starters = starters;
    }

    @GetMapping("/api/photos")
    GalleryView gallery() {
        // Asked before the photos: else the last one could be missed for good.
        int made = starters.done();
        List<PhotoView> photos = store.all().stream().map(PhotoView::of).toList();
        return new GalleryView(made, starters.total(), LimitsView.of(store.limits()), photos);
    }

    @GetMapping("/api/photos/{id}")
    PhotoView photo(@PathVariable String id) {
        return PhotoView.of(existing(id));
    }

    /** Tells for each file what became of it; that some were no photos is an answer, not a failure. */
    @PostMapping("/api/photos")
    List<UploadView> upload(@RequestParam("files") List<MultipartFile> files) throws IOException {
        List<UploadView> answers = new ArrayList<>();
        for (MultipartFile file : files) {
            try {
                Photo photo = store.add(file.getOriginalFilename(), file.getBytes());
                answers.add(new UploadView(file.getOriginalFilename(), PhotoView.of(photo), null));
            } catch (RejectedPhotoException e) {
                answers.add(new UploadView(file.getOriginalFilename(), null, e.getMessage()));
            }
        }
        return answers;
    }

    @DeleteMapping("/api/photos/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) throws IOException {
        if (existing(id).starter()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "this photo came with the gallery");
        }
        store.remove(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/photos/{id}/{size}.jpg")
    ResponseEntity<Resource> thumbnail(@PathVariable String id, @PathVariable String size) {
        for (ThumbnailSize known : ThumbnailSize.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(size)) {
                return jpeg(new FileSystemResource(existing(id).thumbnail(known)));
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such size");
    }

    @GetMapping("/photos/{id}/full.jpg")
    ResponseEntity<Resource> fullSize(@PathVariable String id) throws IOException {
        return jpeg(new ByteArrayResource(store.fullSize(existing(id))));
    }

    private static ResponseEntity<Resource> jpeg(Resource file) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(FOR_LONG).body(file);
    }

    private Photo existing(String id) {
        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such photo"));
    }
}

/*
 * The floor under every JPEG decode: the same libjpeg-turbo in a plain C loop
 * over a file in memory, to BGR, without a guard, a JVM or a refill. Linked with
 * libjpeg-turbo as its authors ship it, without our patches; the core, which has
 * an entropy decoder of its own, may be faster.
 *
 *   floor [--guarded | --encode <quality>] <rounds> <file>...
 *
 * Prints the best and mean CPU milliseconds per file. With --guarded the decoder
 * core does the work (its guard, its gathering in 64 KiB), so the difference is
 * what the core costs, less what its entropy decoder gains. With --encode the file's
 * pixels are encoded to memory, with chroma at half the width and height.
 */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "jpeglib.h"

#include "decoder.h"

struct image {
  uint8_t *bytes;
  size_t length;
  uint8_t *pixels; /* room for the decoded image */
  JDIMENSION width, height;
  int components;
  uint8_t *encoded;
  unsigned long capacity;
};

static int quality;

static double cpu_milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void decode_plain(struct image *image) {
  struct jpeg_decompress_struct cinfo;
  struct jpeg_error_mgr error;
  cinfo.err = jpeg_std_error(&error);
  jpeg_create_decompress(&cinfo);
  jpeg_mem_src(&cinfo, image->bytes, image->length);
  jpeg_read_header(&cinfo, TRUE);
  cinfo.out_color_space = cinfo.num_components == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
  cinfo.dct_method = JDCT_ISLOW;
  cinfo.do_block_smoothing = FALSE;
  jpeg_start_decompress(&cinfo);
  size_t stride = (size_t)cinfo.output_width * (size_t)cinfo.output_components;
  if (image->pixels == NULL)
    image->pixels = calloc(cinfo.output_height, stride);
  image->width = cinfo.output_width;
  image->height = cinfo.output_height;
  image->components = cinfo.output_components;
  while (cinfo.output_scanline < cinfo.output_height) {
    JSAMPROW rows[16];
    for (size_t i = 0; i < 16; i++)
      rows[i] = image->pixels + (cinfo.output_scanline + i) * stride;
    JDIMENSION left = cinfo.output_height - cinfo.output_scanline;
    jpeg_read_scanlines(&cinfo, rows, left < 16 ? left : 16);
  }
  jpeg_finish_decompress(&cinfo);
  jpeg_destroy_decompress(&cinfo);
}

static void encode(struct image *image) {
  struct jpeg_compress_struct cinfo;
  struct jpeg_error_mgr error;
  cinfo.err = jpeg_std_error(&error);
  jpeg_create_compress(&cinfo);
  jpeg_mem_dest(&cinfo, &image->encoded, &image->capacity);
  cinfo.image_width = image->width;
  cinfo.image_height = image->height;
  cinfo.input_components = image->components;
  cinfo.in_color_space = image->components == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
  jpeg_set_defaults(&cinfo);
  jpeg_set_quality(&cinfo, quality, TRUE);
  cinfo.dct_method = JDCT_ISLOW;
  jpeg_start_compress(&cinfo, TRUE);
  size_t stride = (size_t)image->width * (size_t)image->components;
  while (cinfo.next_scanline < cinfo.image_height) {
    JSAMPROW rows[16];
    for (size_t i = 0; i < 16; i++)
      rows[i] = image->pixels + (cinfo.next_scanline + i) * stride;
    JDIMENSION left = cinfo.image_height - cinfo.next_scanline;
    jpeg_write_scanlines(&cinfo, rows, left < 16 ? left : 16);
  }
  jpeg_finish_compress(&cinfo);
  jpeg_destroy_compress(&cinfo);
}

static size_t push(hp_decoder *d, const struct image *image, size_t at) {
  size_t end = at + 65536 < image->length ? at + 65536 : image->length;
  while (at < end) {
    size_t length = end - at < 4096 ? end - at : 4096;
    size_t skipped = hp_skip(d, length);
    uint8_t *room = skipped < length ? hp_reserve(d, length - skipped) : NULL;
    if (room != NULL) {
      memcpy(room, image->bytes + at + skipped, length - skipped);
      if (hp_commit(d, length - skipped))
        end = at + length;
    }
    at += length;
  }
  return at;
}

static void decode_guarded(struct image *image) {
  hp_decoder *d = hp_create(1L << 31);
  int32_t info[HP_INFO_SIZE];
  size_t at = 0;
  int status;
  while ((status = hp_read_header(d, info)) == HP_NEED_INPUT)
    at = push(d, image, at);
  int out = info[HP_NUM_COMPONENTS] == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
  while ((status = hp_start(d, info[HP_COLOR_SPACE], out, HP_FANCY)) == HP_NEED_INPUT)
    at = push(d, image, at);
  size_t stride = hp_row_bytes(d);
  if (image->pixels == NULL)
    image->pixels = calloc((size_t)info[HP_HEIGHT] + HP_MAX_ROWS, stride);
  for (size_t row = 0; row < (size_t)info[HP_HEIGHT]; row += (size_t)status) {
    while ((status = hp_read_scanlines(d, image->pixels + row * stride, stride, 64)) == HP_NEED_INPUT)
      at = push(d, image, at);
    if (status <= 0)
      break;
  }
  while ((status = hp_finish(d)) == HP_NEED_INPUT)
    at = push(d, image, at);
  if (status != HP_OK)
    printf("status %d: %s\n", status, hp_message(d));
  hp_destroy(d);
}

static int load(const char *name, struct image *image) {
  FILE *file = fopen(name, "rb");
  if (file == NULL)
    return 0;
  fseek(file, 0, SEEK_END);
  image->length = (size_t)ftell(file);
  rewind(file);
  image->bytes = malloc(image->length);
  image->pixels = NULL;
  image->encoded = NULL;
  image->capacity = 0;
  size_t got = fread(image->bytes, 1, image->length, file);
  fclose(file);
  return got == image->length;
}

int main(int count, char **arguments) {
  int guarded = count > 1 && strcmp(arguments[1], "--guarded") == 0;
  int encodes = count > 2 && strcmp(arguments[1], "--encode") == 0;
  int first = guarded ? 2 : encodes ? 3 : 1;
  if (count < first + 2) {
    fprintf(stderr, "usage: floor [--guarded | --encode <quality>] <rounds> <file>...\n");
    return 2;
  }
  quality = encodes ? atoi(arguments[2]) : 0;
  int rounds = atoi(arguments[first]);
  for (int i = first + 1; i < count; i++) {
    struct image image;
    if (!load(arguments[i], &image)) {
      fprintf(stderr, "floor: cannot read %s\n", arguments[i]);
      return 1;
    }
    double best = 1e9, sum = 0;
    if (encodes) {
      /* Room for whatever comes out, as jpeg_mem_dest would otherwise copy as it grows. */
      decode_plain(&image);
      image.capacity = 3UL * image.width * image.height + 4096;
      image.encoded = malloc(image.capacity);
    }
    for (int round = 0; round < rounds; round++) {
      double start = cpu_milliseconds();
      (encodes ? encode : guarded ? decode_guarded : decode_plain)(&image);
      double took = cpu_milliseconds() - start;
      best = took < best ? took : best;
      sum += took;
    }
    printf("%8.2f best %8.2f mean  %s\n", best, sum / rounds, arguments[i]);
    free(image.bytes);
    free(image.pixels);
    free(image.encoded);
  }
  return 0;
}

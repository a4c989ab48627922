/*
 * Mutates JPEG files and pushes them through the decoder core, for the
 * sanitizers to watch. Every run of the same seed does the same things.
 *
 *   fuzz <seconds> <seed> <file>...
 *
 * Besides looking for memory errors it checks what the core promises: statuses
 * from the documented set, no more rows than the image has, nothing accepted
 * after a failure, and the same pixels however the input is cut into pieces.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "decoder.h"

#define MAX_FILE (1 << 18)
#define MAX_PIXELS (1 << 22)

static uint64_t random_state;

static uint32_t random_below(uint32_t bound) {
  random_state = random_state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(random_state >> 33) % bound;
}

static void expect(int condition, const char *what) {
  if (!condition) {
    fprintf(stderr, "fuzz: %s\n", what);
    abort();
  }
}

struct input {
  const uint8_t *bytes;
  size_t length, at;
  size_t piece; /* 0: pieces of random size */
  int upsampling;
};

/* Answers 0 at the end of the input. */
static int push(hp_decoder *d, struct input *in) {
  size_t left = in->length - in->at;
  size_t length = in->piece != 0 ? in->piece : 1 + random_below(5000);
  if (length > left)
    length = left;
  if (length == 0)
    return 0;
  size_t skipped = hp_skip(d, length);
  if (skipped < length) {
    uint8_t *room = hp_reserve(d, length - skipped);
    if (room == NULL)
      return 0;
    memcpy(room, in->bytes + in->at + skipped, length - skipped);
    hp_commit(d, length - skipped);
  }
  in->at += length;
  return 1;
}

static int choose_output(int space) {
  static const int outputs[] = { 0, 1, 8, 8, 4, 4 };
  return space >= 0 && space <= 5 ? outputs[space] : 0;
}

static int read_rows(hp_decoder *d, struct input *in, const int32_t *info, uint8_t *pixels) {
  size_t row_bytes = hp_row_bytes(d);
  int rows = 0;
  while (rows < info[HP_HEIGHT]) {
    int most = 1 + (int)random_below(HP_MAX_ROWS);
    int left = info[HP_HEIGHT] - rows;
    int got = hp_read_scanlines(d, pixels + (size_t)rows * row_bytes, row_bytes, most < left ? most : left);
    if (got == HP_NEED_INPUT && push(d, in))
      continue;
    if (got <= 0)
      return got;
    rows += got;
    expect(rows <= info[HP_HEIGHT], "more rows than the image has");
  }
  return HP_OK;
}

/* Decodes to pixels[MAX_PIXELS * 4]; answers the status, and the size of the pixels. */
static int decode(struct input *in, uint8_t *pixels, size_t *size) {
  hp_decoder *d = hp_create(1 << 26);
  int32_t info[HP_INFO_SIZE];
  uint8_t tables[HP_TABLES_MAX];
  int status;
  *size = 0;
  while ((status = hp_read_header(d, info)) == HP_NEED_INPUT && push(d, in))
    ;
  if (status == HP_OK && (int64_t)info[HP_WIDTH] * info[HP_HEIGHT] > MAX_PIXELS)
    status = HP_UNSUPPORTED;
  if (status == HP_OK)
    while ((status = hp_start(d, info[HP_COLOR_SPACE], choose_output(info[HP_COLOR_SPACE]), in->upsampling)) == HP_NEED_INPUT
           && push(d, in))
      ;
  if (status == HP_OK) {
    *size = hp_row_bytes(d) * (size_t)info[HP_HEIGHT];
    status = read_rows(d, in, info, pixels);
  }
  if (status == HP_OK)
    while ((status = hp_finish(d)) == HP_NEED_INPUT && push(d, in))
      ;
  expect(status <= HP_OK && status >= HP_BAD_ARGUMENT, "unknown status");
  expect(hp_consumed(d) <= (int64_t)in->length, "consumed more than there was");
  expect(hp_tables(d, tables) <= HP_TABLES_MAX, "tables too long");
  expect(memchr(hp_message(d), 0, 200) != NULL, "message without an end");
  if (status < HP_NEED_INPUT && status != HP_BAD_ARGUMENT)
    expect(hp_read_header(d, info) < HP_NEED_INPUT, "a failed decoder goes on");
  hp_destroy(d);
  return status;
}

static size_t mutate(const uint8_t *seed, size_t length, uint8_t *out) {
  memcpy(out, seed, length);
  size_t header = length < 700 ? length : 700;
  for (uint32_t n = 1 + random_below(4); n > 0; n--) {
    size_t at = random_below((uint32_t)(random_below(3) == 0 ? length : header));
    size_t run = 1 + random_below(8);
    switch (random_below(6)) {
    case 0: out[at] ^= (uint8_t)(1 << random_below(8)); break;
    case 1: out[at] = 0xFF; break;
    case 2: /* lose bytes */
      if (at + run < length) {
        memmove(out + at, out + at + run, length - at - run);
        length -= run;
      }
      break;
    case 3: /* repeat bytes */
      if (at + run < length && length + run <= MAX_FILE) {
        memmove(out + at + run, out + at, length - at);
        length += run;
      }
      break;
    case 4: length = random_below(8) == 0 ? 1 + at : length; break;
    default: out[at] = (uint8_t)random_below(256); break;
    }
    header = header < length ? header : length;
  }
  return length;
}

static void try_one(const uint8_t *bytes, size_t length, uint8_t *a, uint8_t *b, long *counts) {
  int upsampling = (int)random_below(HP_FANCY_BUT_H1V2 + 1);
  struct input whole = { bytes, length, 0, HP_MAX_PIECE, upsampling };
  struct input pieces = { bytes, length, 0, random_below(20) == 0 ? 1 : 0, upsampling };
  size_t size, again;
  int first = decode(&whole, a, &size);
  int second = decode(&pieces, b, &again);
  counts[-first]++;
  expect((first == HP_OK) == (second == HP_OK), "whole and pieces disagree");
  if (first == HP_OK)
    expect(size == again && memcmp(a, b, size) == 0, "whole and pieces give different pixels");
}

int main(int count, char **arguments) {
  if (count < 4) {
    fprintf(stderr, "usage: fuzz <seconds> <seed> <file>...\n");
    return 2;
  }
  time_t end = time(NULL) + atoi(arguments[1]);
  random_state = (uint64_t)atoll(arguments[2]);
  uint8_t *seed = malloc(MAX_FILE), *a = calloc(MAX_PIXELS, 4), *b = calloc(MAX_PIXELS, 4);
  long counts[8] = { 0 }, files = 0;
  while (time(NULL) < end) {
    FILE *file = fopen(arguments[3 + random_below((uint32_t)count - 3)], "rb");
    if (file == NULL)
      continue;
    size_t length = fread(seed, 1, MAX_FILE, file);
    fclose(file);
    for (int i = 0; i < 50 && length > 0; i++, files++) {
      uint8_t *work = malloc(MAX_FILE);
      size_t changed = mutate(seed, length, work);
      try_one(work, changed, a, b, counts);
      free(work);
    }
  }
  printf("%ld files:", files);
  for (int i = 0; i < 8; i++)
    printf(" status %d: %ld", -i, counts[i]);
  printf("\n");
  free(seed);
  free(a);
  free(b);
  return 0;
}

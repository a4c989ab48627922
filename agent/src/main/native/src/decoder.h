/*
 * The decoder core: libjpeg-turbo behind a suspending, bounds-checked interface
 * that knows nothing of Java, so that the same code runs under the sanitizers.
 *
 * The caller pushes bytes with hp_reserve/hp_commit and pulls rows. Any call may
 * answer HP_NEED_INPUT, which means: push at least one more byte and call again.
 * Nothing here blocks, prints, or keeps a pointer to caller memory.
 *
 * Stricter than libjpeg on purpose: the first warning ends the decode, because a
 * damaged file must be decoded by the JVM's own code, warnings and all.
 */
#ifndef HOTPIX_DECODER_H
#define HOTPIX_DECODER_H

#include <stddef.h>
#include <stdint.h>

enum hp_status {
  HP_OK = 0,
  HP_NEED_INPUT = -1,
  HP_ERROR = -2,        /* libjpeg gave up */
  HP_WARNING = -3,      /* libjpeg would have gone on after a warning */
  HP_UNSUPPORTED = -4,  /* not a file of the 8-bit Huffman path, or not one we trust */
  HP_INCOMPLETE = -5,   /* multi-scan file whose scans leave something unsaid */
  HP_EXTREME = -6,      /* a block on which SIMD and C inverse DCTs may differ */
  HP_BAD_ARGUMENT = -7  /* the caller broke the rules; the decoder is unharmed */
};

/* Largest run of bytes one hp_reserve may ask for. */
#define HP_MAX_PIECE 65536
/* Most rows one hp_read_scanlines hands out. */
#define HP_MAX_ROWS 64
/* Largest number of components that is not refused. */
#define HP_MAX_COMPONENTS 4
/* Bytes that hp_tables may write: SOI, 4 DQT of 16 bits, 8 DHT, EOI, rounded up. */
#define HP_TABLES_MAX 4096

/* Positions in the array that hp_read_header fills; the last is followed by
 * (component id, horizontal factor, vertical factor) for each component. */
enum hp_info {
  HP_WIDTH, HP_HEIGHT, HP_PRECISION, HP_NUM_COMPONENTS, HP_PROGRESSIVE,
  HP_ARITHMETIC, HP_MULTI_SCAN, HP_RESTART_INTERVAL, HP_SAW_JFIF, HP_SAW_ADOBE,
  HP_ADOBE_TRANSFORM, HP_COLOR_SPACE, HP_MAX_H, HP_MAX_V, HP_COMPONENTS,
  HP_INFO_SIZE = HP_COMPONENTS + 3 * HP_MAX_COMPONENTS
};

typedef struct hp_decoder hp_decoder;

/* A decoder at the start of a datastream, or NULL without memory. memory_limit
 * bounds the coefficient arrays of multi-scan files, in bytes; at least 1. */
hp_decoder *hp_create(int64_t memory_limit);

/* Frees everything. NULL is allowed. */
void hp_destroy(hp_decoder *d);

/* How many of the next `length` bytes libjpeg has already asked to skip: the
 * caller drops that many instead of pushing them. Counts them as consumed. */
size_t hp_skip(hp_decoder *d, size_t length);

/* How many of the next bytes the JDK's reader, at this point, has its stream
 * skip instead of reading them: the rest of a segment that it does not want. */
int64_t hp_pending_skip(const hp_decoder *d);

/* Room for `length` bytes (1..HP_MAX_PIECE) that the caller is to fill before
 * hp_commit, or NULL if so much does not fit: libjpeg is then asking for more
 * look-ahead than any legal file needs. */
uint8_t *hp_reserve(hp_decoder *d, size_t length);

/* Takes over `length` bytes written to the last reservation. Answers 1 if among
 * them (or formed with the byte before) is a marker code other than a restart
 * marker, so that reading further ahead might pass the end of the image. */
int hp_commit(hp_decoder *d, size_t length);

/* Reads up to the first SOS and fills info[HP_INFO_SIZE]. */
int hp_read_header(hp_decoder *d, int32_t *info);

/* How chroma gets back to full size. */
enum hp_upsampling {
  HP_REPLICATED,     /* each sample again */
  HP_FANCY,          /* libjpeg-turbo's triangle filters */
  HP_FANCY_BUT_H1V2  /* the same, but replicated where only rows are fewer: libjpeg 6b's */
};

/* Begins decoding with libjpeg's colour space codes (1 gray, 2 RGB, 3 YCbCr,
 * 4 CMYK, 5 YCCK, output also 6 RGB and 8 BGR byte order, 0 unknown = as is).
 * upsampling is an enum hp_upsampling. Absorbs all scans of a multi-scan file. */
int hp_start(hp_decoder *d, int jpeg_space, int out_space, int upsampling);

/* Bytes in one output row; 0 before hp_start has succeeded. */
size_t hp_row_bytes(const hp_decoder *d);

/* Decodes up to max_rows (1..HP_MAX_ROWS) rows, row i to dst + i * stride.
 * Answers the number of rows (0 only when all have been read), or a status;
 * HP_NEED_INPUT only if not one row could be completed. */
int hp_read_scanlines(hp_decoder *d, uint8_t *dst, size_t stride, int max_rows);

/* Consumes the rest up to and including EOI. All rows must have been read. */
int hp_finish(hp_decoder *d);

/* Bytes of the datastream consumed so far; after hp_finish the offset just
 * behind EOI. */
int64_t hp_consumed(const hp_decoder *d);

/* If tables changed after the first SOS: writes a tables-only datastream with
 * all tables now known to out[HP_TABLES_MAX] and answers its length; else 0. */
size_t hp_tables(const hp_decoder *d, uint8_t *out);

/* libjpeg's text for the last failure, in ASCII; "" if there was none. */
const char *hp_message(const hp_decoder *d);

#endif

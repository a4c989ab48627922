/*
 * The encoder core: libjpeg-turbo's compressor behind an interface that knows nothing
 * of Java. The caller gives all parameters at once, pushes rows and takes bytes.
 *
 * Parameters are those of libjpeg's API and are used as they are: nothing is guessed,
 * rounded or added, so that the same parameters give the bytes that any other libjpeg
 * makes of them with its accurate integer DCT.
 */
#ifndef HOTPIX_ENCODER_H
#define HOTPIX_ENCODER_H

#include <stddef.h>
#include <stdint.h>

#include "decoder.h"

/* Positions in the array that hp_encoder_start reads; the last is followed by
 * (component id, horizontal factor, vertical factor, quantisation table) for each of
 * HP_MAX_COMPONENTS components. */
enum hp_frame {
  HP_FRAME_WIDTH, HP_FRAME_HEIGHT,
  HP_FRAME_SAMPLES,       /* bytes per pixel of the rows that will be pushed, 1 to 4 */
  HP_FRAME_IN_SPACE,      /* libjpeg's J_COLOR_SPACE of those rows */
  HP_FRAME_OUT_SPACE,     /* and of the file */
  HP_FRAME_OPTIMIZE,      /* nonzero: makes Huffman tables of its own */
  HP_FRAME_PROGRESSIVE,   /* nonzero: libjpeg's default progressive scans */
  HP_FRAME_RESTART,       /* MCUs between restart markers, 0 to 65535 */
  HP_FRAME_EMIT_QUANT,    /* nonzero: the file gets its quantisation tables */
  HP_FRAME_EMIT_HUFFMAN,  /* nonzero: and its Huffman tables */
  HP_FRAME_PROMPT,        /* nonzero: no whole byte waits for the next row of MCUs */
  HP_FRAME_QUANT_TABLES, HP_FRAME_DC_TABLES, HP_FRAME_AC_TABLES, /* how many, 0 to 4 */
  HP_FRAME_COMPONENTS,
  HP_FRAME_SIZE = HP_FRAME_COMPONENTS + 4 * HP_MAX_COMPONENTS
};

/* Bytes of one Huffman table: how many codes of each length from 1 to 16, and 256
 * values in the order of their codes, of which as many count as there are codes. */
#define HP_HUFFMAN_BYTES (16 + 256)

typedef struct hp_encoder hp_encoder;

/* An encoder for one image, or NULL without memory. */
hp_encoder *hp_encoder_create(void);

/* Frees everything. NULL is allowed. */
void hp_encoder_destroy(hp_encoder *e);

/* Begins an image: SOI can be taken afterwards. `quant` holds tables of 64 values
 * each (1 to 4095, natural order), `huffman` first the DC and then the AC tables.
 * HP_ERROR if libjpeg does not accept them. */
int hp_encoder_start(hp_encoder *e, const int32_t *frame, const int32_t *quant, const uint8_t *huffman);

/* Rows of pixels in a row of MCUs, 8 to 32; 0 before hp_encoder_start. */
int hp_encoder_strip_rows(const hp_encoder *e);

/* Bytes in one row that is pushed; 0 before hp_encoder_start. */
size_t hp_encoder_row_bytes(const hp_encoder *e);

/* Encodes the next `rows` (1 to HP_MAX_ROWS, no more than are left) rows, row i from
 * src + i * stride. */
int hp_encoder_write_rows(hp_encoder *e, const uint8_t *src, size_t stride, int rows);

/* After the last row: does some of the rest. HP_OK when the file is complete; 1 if it
 * wants to be called again, so that bytes can be taken in between. */
int hp_encoder_finish(hp_encoder *e);

/* Bytes that wait to be taken. */
size_t hp_encoder_pending(const hp_encoder *e);

/* Takes the next `length` bytes, no more than are pending. Answers where they are,
 * until the next call. */
const uint8_t *hp_encoder_take(hp_encoder *e, size_t length);

/* libjpeg's text for the last failure, in ASCII; "" if there was none. */
const char *hp_encoder_message(const hp_encoder *e);

#endif

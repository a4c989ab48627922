/*
 * Faster entropy decoding for the usual case, in front of libjpeg-turbo's own.
 *
 * Everything unusual is libjpeg's: restart markers, suspension, the bytes before a
 * marker, codes that are in no table, warnings. The functions here either decode
 * an MCU wholly, or leave everything as it was and hand the MCU over.
 */
#ifndef HOTPIX_ENTROPY_H
#define HOTPIX_ENTROPY_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"

/* Bits that index a table. */
#define HP_LOOKUP_BITS 10
/* No code with its additional bits is longer: 16 + 15 (ITU-T T.81, F.1.2). */
#define HP_LONGEST_SYMBOL 31
/* In an entry's run: the rest of the block is zero (EOB, or EOB0). */
#define HP_END_OF_BLOCK 64

/*
 * A Huffman table. Each entry answers for the next HP_LOOKUP_BITS bits, with
 *   bits 0-7    the length of code and additional bits together, if both are
 *               among them, else 0
 *   bits 8-15   the run of zeros, or HP_END_OF_BLOCK; where bits 0-7 are 0, the
 *               length of the code, or 0 if that is longer than HP_LOOKUP_BITS
 *   bits 16-31  the coefficient, signed; where bits 0-7 are 0, the symbol
 */
struct hp_huffman {
  int32_t entries[1 << HP_LOOKUP_BITS];
  uint32_t limit[17];    /* by length: 1 + the largest code, left-aligned to 16 bits */
  int32_t first[17];     /* by length: what to add to a code for its symbol's index */
  uint8_t symbols[256];
};

/* What entropy_refine.c looks up. */
struct hp_refinement {
  /* For each half of the zigzag sequence and quarter of the natural order, what to
   * shuffle into place: an index within the quarter, or 80 (hexadecimal) for zero. */
  uint8_t shuffle[2][4][32];
  /* The numbers of the bits of a byte, a byte each, lowest first. */
  uint64_t bit_numbers[256];
};

struct hp_entropy {
  boolean (*decode_mcu)(j_decompress_ptr cinfo, JBLOCKROW *blocks);  /* libjpeg's */
  void (*start_pass)(j_decompress_ptr cinfo);                        /* libjpeg's */
  const struct hp_huffman *dc_of_block[D_MAX_BLOCKS_IN_MCU];
  const struct hp_huffman *ac_of_block[D_MAX_BLOCKS_IN_MCU];
  struct hp_refinement refinement;
  struct hp_huffman dc[NUM_HUFF_TBLS];
  struct hp_huffman ac[NUM_HUFF_TBLS];
};

/* The start of jdhuff.c's and jdphuff.c's private state: pinned version, so pinned
 * layout. */
struct hp_bit_state { size_t get_buffer; int bits_left; };

struct hp_sequential_state {
  struct jpeg_entropy_decoder pub;
  struct hp_bit_state bits;
  int last_dc[MAX_COMPS_IN_SCAN];
  unsigned int restarts_to_go;
};

struct hp_progressive_state {
  struct jpeg_entropy_decoder pub;
  struct hp_bit_state bits;
  unsigned int eob_run;
  int last_dc[MAX_COMPS_IN_SCAN];
  unsigned int restarts_to_go;
};

/* entropy.c: puts itself before libjpeg's decoder. */
void hp_start_entropy(j_decompress_ptr cinfo);

/* Zigzag position to natural order (ITU-T T.81, figure A.6); 63 for all that a
 * damaged run, or HP_END_OF_BLOCK, leads to beyond. */
extern const uint8_t hp_natural_order[DCTSIZE2 + HP_END_OF_BLOCK];

/* What every decode_mcu here falls back to, with the bit state as it found it. */
boolean hp_decode_by_libjpeg(j_decompress_ptr cinfo, JBLOCKROW *blocks);

/* entropy_sequential.c, entropy_progressive.c, entropy_refine.c */
boolean hp_decode_sequential(j_decompress_ptr cinfo, JBLOCKROW *blocks);
boolean hp_decode_dc_first(j_decompress_ptr cinfo, JBLOCKROW *blocks);
boolean hp_decode_dc_refine(j_decompress_ptr cinfo, JBLOCKROW *blocks);
boolean hp_decode_ac_first(j_decompress_ptr cinfo, JBLOCKROW *blocks);
boolean hp_decode_ac_refine(j_decompress_ptr cinfo, JBLOCKROW *blocks);
void hp_prepare_refinement(struct hp_refinement *r);

#endif

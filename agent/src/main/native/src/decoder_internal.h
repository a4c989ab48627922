/* What the files of the decoder core share. Not for callers. */
#ifndef HOTPIX_DECODER_INTERNAL_H
#define HOTPIX_DECODER_INTERNAL_H

#include <setjmp.h>
#include <stdbool.h>
#include <stdio.h>

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"

#include "decoder.h"
#include "entropy.h"

/* 64 KiB gathered by the caller, the largest marker segment (64 KiB and its
 * code), and slack for an MCU that libjpeg has to back out of. */
#define HP_INPUT_CAPACITY (136 * 1024)

enum hp_phase { PHASE_HEADER, PHASE_READY, PHASE_STARTING, PHASE_ROWS, PHASE_FINISHING, PHASE_DONE };

/* Table slots as they stood at one moment. */
struct hp_tables_snapshot {
  bool has_quant[NUM_QUANT_TBLS];
  bool has_dc[NUM_HUFF_TBLS];
  bool has_ac[NUM_HUFF_TBLS];
  JQUANT_TBL quant[NUM_QUANT_TBLS];
  JHUFF_TBL dc[NUM_HUFF_TBLS];
  JHUFF_TBL ac[NUM_HUFF_TBLS];
};

struct hp_decoder {
  struct jpeg_decompress_struct cinfo;
  struct jpeg_error_mgr error;
  struct jpeg_source_mgr source;
  jmp_buf escape;
  int failure;                    /* HP_OK, or the status every later call repeats */
  enum hp_phase phase;
  char message[JMSG_LENGTH_MAX];

  int64_t before_buffer;          /* bytes consumed that have left `input` */
  size_t pending_skip;            /* bytes libjpeg skips that have not come yet */
  int skipped_marker;             /* whose segment they end */
  bool last_was_ff;
  uint8_t input[HP_INPUT_CAPACITY];

  /* libjpeg's own functions behind those that decoder.c puts in their place. */
  void (*start_input_pass)(j_decompress_ptr cinfo);
  void (*finish_input_pass)(j_decompress_ptr cinfo);
  jpeg_marker_parser_method read_restart_marker;

  struct hp_tables_snapshot at_header;
  struct hp_entropy entropy;

  /* The inverse DCT guard: see idct_guard.c. */
  int16_t weights[HP_MAX_COMPONENTS][DCTSIZE2];
  JSAMPLE reference[DCTSIZE][DCTSIZE];
};

static inline hp_decoder *hp_of(j_common_ptr cinfo) {
  return (hp_decoder *)cinfo->client_data;
}

/* Ends the running libjpeg call with `status`; only below a setjmp of `escape`. */
_Noreturn void hp_escape(hp_decoder *d, int status, const char *message);

/* source.c */
void hp_init_source(hp_decoder *d);

/* tables.c */
void hp_snapshot_tables(hp_decoder *d);
void hp_plug_missing_huffman_tables(hp_decoder *d);

/* upsample.c: after jpeg_start_decompress, with fancy upsampling. */
void hp_replicate_h1v2(j_decompress_ptr cinfo);

/* idct_guard.c: false if this decode does not use the SIMD inverse DCT. */
bool hp_install_idct_guard(hp_decoder *d);

#endif

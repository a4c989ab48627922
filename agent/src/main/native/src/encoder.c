/*
 * The encoder's life: create, start, rows, finish. Every call into libjpeg runs under
 * a setjmp. Its output gathers in a buffer that grows: the caller takes what is there
 * after each call, so it stays about as large as one row of MCUs.
 */
#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <stdio.h>

#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"

#include "encoder.h"

#define FIRST_CAPACITY ((size_t)32 << 10)
/* hp_encoder_finish returns when so much waits, or so many rows of MCUs were walked. */
#define ENOUGH_BYTES ((size_t)16 << 10)
#define ENOUGH_ROWS 16
/* Above this the reciprocals of libjpeg-turbo's quantisation no longer are exact. */
#define MAX_QUANTISER 4095

enum phase { PHASE_NEW, PHASE_ROWS, PHASE_FINISHING, PHASE_DONE };

/* The start of jchuff.c's private state: pinned version, so pinned layout. */
struct huffman_state {
  struct jpeg_entropy_encoder pub;
  uint64_t put_buffer;  /* the lowest 64 - free_bits bits wait */
  int free_bits;
};

struct hp_encoder {
  struct jpeg_compress_struct cinfo;
  struct jpeg_error_mgr error;
  struct jpeg_destination_mgr destination;
  jmp_buf escape;
  int failure;  /* HP_OK, or the status that every later call repeats */
  enum phase phase;
  bool prompt;
  bool in_pass;
  JDIMENSION mcu_row;
  uint8_t *buffer;
  size_t capacity;
  size_t taken;
  char message[JMSG_LENGTH_MAX];
};

static hp_encoder *encoder_of(j_common_ptr cinfo) {
  return (hp_encoder *)cinfo->client_data;
}

static _Noreturn void on_error(j_common_ptr cinfo) {
  hp_encoder *e = encoder_of(cinfo);
  cinfo->err->format_message(cinfo, e->message);
  e->failure = HP_ERROR;
  longjmp(e->escape, 1);
}

static void on_message(j_common_ptr cinfo, int level) {
  if (level < 0)
    on_error(cinfo);
}

static void print_nothing(j_common_ptr cinfo) { (void)cinfo; }

static void point_to(hp_encoder *e, size_t used) {
  e->destination.next_output_byte = e->buffer + used;
  e->destination.free_in_buffer = e->capacity - used;
}

static size_t used(const hp_encoder *e) {
  return (size_t)(e->destination.next_output_byte - e->buffer);
}

static void init_destination(j_compress_ptr cinfo) {
  hp_encoder *e = encoder_of((j_common_ptr)cinfo);
  e->taken = 0;
  point_to(e, 0);
}

/* Called when the buffer is full: libjpeg then leaves the pointers as they were. */
static boolean grow(j_compress_ptr cinfo) {
  hp_encoder *e = encoder_of((j_common_ptr)cinfo);
  size_t filled = e->capacity;
  uint8_t *larger = realloc(e->buffer, 2 * e->capacity);
  if (larger == NULL)
    ERREXIT1(cinfo, JERR_OUT_OF_MEMORY, 0);
  e->buffer = larger;
  e->capacity *= 2;
  point_to(e, filled);
  return TRUE;
}

static void term_destination(j_compress_ptr cinfo) { (void)cinfo; }

/* Moves what has not been taken to the front. */
static void compact(hp_encoder *e) {
  if (e->taken == 0)
    return;
  size_t left = used(e) - e->taken;
  memmove(e->buffer, e->buffer + e->taken, left);
  e->taken = 0;
  point_to(e, left);
}

static bool create_compressor(hp_encoder *e) {
  if (setjmp(e->escape)) {
    jpeg_destroy_compress(&e->cinfo);
    return false;
  }
  jpeg_create_compress(&e->cinfo); /* keeps err and client_data */
  return true;
}

hp_encoder *hp_encoder_create(void) {
  hp_encoder *e = calloc(1, sizeof *e);
  if (e == NULL)
    return NULL;
  e->capacity = FIRST_CAPACITY;
  e->buffer = malloc(e->capacity);
  e->cinfo.err = jpeg_std_error(&e->error);
  e->error.error_exit = on_error;
  e->error.emit_message = on_message;
  e->error.output_message = print_nothing;
  e->cinfo.client_data = e;
  if (e->buffer == NULL || !create_compressor(e)) {
    free(e->buffer);
    free(e);
    return NULL;
  }
  e->destination.init_destination = init_destination;
  e->destination.empty_output_buffer = grow;
  e->destination.term_destination = term_destination;
  e->cinfo.dest = &e->destination;
  return e;
}

void hp_encoder_destroy(hp_encoder *e) {
  if (e == NULL)
    return;
  jpeg_destroy_compress(&e->cinfo);
  free(e->buffer);
  free(e);
}

const char *hp_encoder_message(const hp_encoder *e) { return e->message; }

static bool within(int32_t value, int32_t least, int32_t most) {
  return value >= least && value <= most;
}

/* What libjpeg does not check itself, or checks by arithmetic that overflows. */
static bool plausible(const int32_t *frame, const int32_t *quant) {
  if (!within(frame[HP_FRAME_WIDTH], 1, JPEG_MAX_DIMENSION)
      || !within(frame[HP_FRAME_HEIGHT], 1, JPEG_MAX_DIMENSION)
      || !within(frame[HP_FRAME_SAMPLES], 1, HP_MAX_COMPONENTS)
      || !within(frame[HP_FRAME_IN_SPACE], JCS_UNKNOWN, JCS_EXT_BGRX)
      || !within(frame[HP_FRAME_OUT_SPACE], JCS_UNKNOWN, JCS_YCCK)
      || !within(frame[HP_FRAME_RESTART], 0, 65535)
      || !within(frame[HP_FRAME_QUANT_TABLES], 1, NUM_QUANT_TBLS)
      || !within(frame[HP_FRAME_DC_TABLES], 0, NUM_HUFF_TBLS)
      || !within(frame[HP_FRAME_AC_TABLES], 0, NUM_HUFF_TBLS))
    return false;
  for (int c = 0; c < HP_MAX_COMPONENTS; c++) {
    const int32_t *component = frame + HP_FRAME_COMPONENTS + 4 * c;
    if (!within(component[0], 0, 255) || !within(component[1], 1, MAX_SAMP_FACTOR)
        || !within(component[2], 1, MAX_SAMP_FACTOR) || !within(component[3], 0, NUM_QUANT_TBLS - 1))
      return false;
  }
  for (int i = 0; i < frame[HP_FRAME_QUANT_TABLES] * DCTSIZE2; i++)
    if (!within(quant[i], 1, MAX_QUANTISER))
      return false;
  return true;
}

static void set_quant(j_compress_ptr cinfo, int index, const int32_t *values, bool emit) {
  JQUANT_TBL **table = &cinfo->quant_tbl_ptrs[index];
  if (*table == NULL)
    *table = jpeg_alloc_quant_table((j_common_ptr)cinfo);
  for (int i = 0; i < DCTSIZE2; i++)
    (*table)->quantval[i] = (UINT16)values[i];
  (*table)->sent_table = !emit;
}

static void set_huffman(j_compress_ptr cinfo, JHUFF_TBL **table, const uint8_t *bytes, bool emit) {
  if (*table == NULL)
    *table = jpeg_alloc_huff_table((j_common_ptr)cinfo);
  (*table)->bits[0] = 0;
  memcpy((*table)->bits + 1, bytes, 16);
  memcpy((*table)->huffval, bytes + 16, 256);
  (*table)->sent_table = !emit;
}

static void set_tables(j_compress_ptr cinfo, const int32_t *frame, const int32_t *quant,
                       const uint8_t *huffman) {
  bool emit = frame[HP_FRAME_EMIT_HUFFMAN] != 0;
  jpeg_suppress_tables(cinfo, TRUE);
  for (int i = 0; i < frame[HP_FRAME_QUANT_TABLES]; i++)
    set_quant(cinfo, i, quant + i * DCTSIZE2, frame[HP_FRAME_EMIT_QUANT] != 0);
  for (int i = 0; i < frame[HP_FRAME_DC_TABLES]; i++, huffman += HP_HUFFMAN_BYTES)
    set_huffman(cinfo, &cinfo->dc_huff_tbl_ptrs[i], huffman, emit);
  for (int i = 0; i < frame[HP_FRAME_AC_TABLES]; i++, huffman += HP_HUFFMAN_BYTES)
    set_huffman(cinfo, &cinfo->ac_huff_tbl_ptrs[i], huffman, emit);
}

static void set_components(j_compress_ptr cinfo, const int32_t *component) {
  for (int c = 0; c < cinfo->num_components; c++, component += 4) {
    cinfo->comp_info[c].component_id = component[0];
    cinfo->comp_info[c].h_samp_factor = component[1];
    cinfo->comp_info[c].v_samp_factor = component[2];
    cinfo->comp_info[c].quant_tbl_no = component[3];
  }
}

int hp_encoder_start(hp_encoder *e, const int32_t *frame, const int32_t *quant,
                     const uint8_t *huffman) {
  j_compress_ptr cinfo = &e->cinfo;
  if (e->failure != HP_OK)
    return e->failure;
  if (e->phase != PHASE_NEW || !plausible(frame, quant))
    return HP_BAD_ARGUMENT;
  if (setjmp(e->escape))
    return e->failure;
  cinfo->image_width = (JDIMENSION)frame[HP_FRAME_WIDTH];
  cinfo->image_height = (JDIMENSION)frame[HP_FRAME_HEIGHT];
  cinfo->input_components = frame[HP_FRAME_SAMPLES];
  cinfo->in_color_space = (J_COLOR_SPACE)frame[HP_FRAME_IN_SPACE];
  jpeg_set_defaults(cinfo);
  jpeg_set_colorspace(cinfo, (J_COLOR_SPACE)frame[HP_FRAME_OUT_SPACE]);
  cinfo->dct_method = JDCT_ISLOW;
  cinfo->optimize_coding = frame[HP_FRAME_OPTIMIZE] != 0;
  cinfo->write_JFIF_header = FALSE;
  cinfo->write_Adobe_marker = FALSE;
  set_components(cinfo, frame + HP_FRAME_COMPONENTS);
  set_tables(cinfo, frame, quant, huffman);
  if (frame[HP_FRAME_PROGRESSIVE] != 0)
    jpeg_simple_progression(cinfo);
  cinfo->restart_interval = (unsigned int)frame[HP_FRAME_RESTART];
  jpeg_start_compress(cinfo, FALSE);
  e->prompt = frame[HP_FRAME_PROMPT] != 0 && cinfo->num_scans == 1 && !cinfo->optimize_coding;
  e->phase = PHASE_ROWS;
  return HP_OK;
}

int hp_encoder_strip_rows(const hp_encoder *e) {
  return e->phase == PHASE_NEW ? 0 : e->cinfo.max_v_samp_factor * DCTSIZE;
}

size_t hp_encoder_row_bytes(const hp_encoder *e) {
  return e->phase == PHASE_NEW ? 0 : (size_t)e->cinfo.image_width * (size_t)e->cinfo.input_components;
}

/* A libjpeg with a smaller bit buffer has written each whole byte by the end of a row
 * of MCUs; libjpeg-turbo 3 keeps up to eight (FF is stuffed: T.81, F.1.2.3). */
static void write_whole_bytes(hp_encoder *e) {
  struct huffman_state *entropy = (void *)e->cinfo.entropy;
  int bits = 64 - entropy->free_bits;
  for (; bits >= 8; bits -= 8) {
    uint8_t byte = (uint8_t)(entropy->put_buffer >> (bits - 8));
    for (int i = 0; i < (byte == 0xFF ? 2 : 1); i++) {
      *e->destination.next_output_byte++ = i == 0 ? byte : 0;
      if (--e->destination.free_in_buffer == 0)
        grow(&e->cinfo);
    }
  }
  entropy->free_bits = 64 - bits;
}

int hp_encoder_write_rows(hp_encoder *e, const uint8_t *src, size_t stride, int rows) {
  j_compress_ptr cinfo = &e->cinfo;
  if (e->failure != HP_OK)
    return e->failure;
  if (e->phase != PHASE_ROWS || !within(rows, 1, HP_MAX_ROWS)
      || (JDIMENSION)rows > cinfo->image_height - cinfo->next_scanline)
    return HP_BAD_ARGUMENT;
  JSAMPROW lines[HP_MAX_ROWS];
  for (int i = 0; i < rows; i++)
    lines[i] = (JSAMPROW)(uintptr_t)(src + (size_t)i * stride);
  if (setjmp(e->escape))
    return e->failure;
  compact(e);
  JDIMENSION strip = (JDIMENSION)hp_encoder_strip_rows(e);
  JDIMENSION first = cinfo->next_scanline, end = first + (JDIMENSION)rows;
  while (cinfo->next_scanline < end) {
    JDIMENSION from = cinfo->next_scanline, to = (from / strip + 1) * strip;
    to = to < end ? to : end;
    jpeg_write_scanlines(cinfo, lines + (from - first), to - from);
    if (e->prompt && (to % strip == 0 || to == cinfo->image_height))
      write_whole_bytes(e);
  }
  return HP_OK;
}

/* Some rows of MCUs of the pass that is running, as jpeg_finish_compress does them all. */
static void go_on(hp_encoder *e) {
  j_compress_ptr cinfo = &e->cinfo;
  for (int rows = 0; rows < ENOUGH_ROWS && e->mcu_row < cinfo->total_iMCU_rows; rows++, e->mcu_row++) {
    if (hp_encoder_pending(e) >= ENOUGH_BYTES)
      return;
    cinfo->coef->compress_data(cinfo, NULL);
  }
  if (e->mcu_row == cinfo->total_iMCU_rows) {
    cinfo->master->finish_pass(cinfo);
    e->in_pass = false;
  }
}

int hp_encoder_finish(hp_encoder *e) {
  j_compress_ptr cinfo = &e->cinfo;
  if (e->failure != HP_OK)
    return e->failure;
  if (e->phase == PHASE_NEW || e->phase == PHASE_DONE || cinfo->next_scanline < cinfo->image_height)
    return HP_BAD_ARGUMENT;
  if (setjmp(e->escape))
    return e->failure;
  compact(e);
  if (e->phase == PHASE_ROWS) {
    e->phase = PHASE_FINISHING;
    cinfo->master->finish_pass(cinfo);
  }
  if (e->in_pass) {
    go_on(e);
    return 1;
  }
  if (!cinfo->master->is_last_pass) {
    cinfo->master->prepare_for_pass(cinfo);
    e->mcu_row = 0;
    e->in_pass = true;
    go_on(e);
    return 1;
  }
  cinfo->marker->write_file_trailer(cinfo);
  e->phase = PHASE_DONE;
  return HP_OK;
}

size_t hp_encoder_pending(const hp_encoder *e) {
  return e->phase == PHASE_NEW ? 0 : used(e) - e->taken;
}

const uint8_t *hp_encoder_take(hp_encoder *e, size_t length) {
  const uint8_t *bytes = e->buffer + e->taken;
  e->taken += length;
  return bytes;
}

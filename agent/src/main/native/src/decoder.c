/*
 * The decoder's life: create, header, start, rows, finish. Every call into libjpeg
 * runs under a setjmp, so that an error or warning below ends in one place.
 */
#include <stdlib.h>
#include <string.h>

#include "decoder_internal.h"

/* Above this a quantiser no longer fits the 16 bits in which transforms keep it. */
#define MAX_QUANTISER 32767

_Noreturn void hp_escape(hp_decoder *d, int status, const char *message) {
  d->failure = status;
  if (message != NULL)
    snprintf(d->message, sizeof d->message, "%s", message);
  longjmp(d->escape, 1);
}

static _Noreturn void on_error(j_common_ptr cinfo) {
  hp_decoder *d = hp_of(cinfo);
  cinfo->err->format_message(cinfo, d->message);
  hp_escape(d, HP_ERROR, NULL);
}

static void on_message(j_common_ptr cinfo, int level) {
  if (level >= 0)
    return;
  hp_decoder *d = hp_of(cinfo);
  cinfo->err->format_message(cinfo, d->message);
  hp_escape(d, HP_WARNING, NULL);
}

static void print_nothing(j_common_ptr cinfo) { (void)cinfo; }

/* Called for the first scan only, when libjpeg has chosen its entropy decoder. */
static void start_input_pass(j_decompress_ptr cinfo) {
  hp_start_entropy(cinfo);
  hp_of((j_common_ptr)cinfo)->start_input_pass(cinfo);
}

/* At the end of a scan or restart interval fewer than eight bits of padding may be
 * left. Whole bytes are stray data, about which a libjpeg with a smaller bit buffer
 * warns, while the 64-bit buffer here has swallowed them in silence. */
static void finish_input_pass(j_decompress_ptr cinfo) {
  hp_decoder *d = hp_of((j_common_ptr)cinfo);
  const struct hp_sequential_state *entropy = (const void *)cinfo->entropy;
  if (entropy->bits.bits_left >= 8)
    hp_escape(d, HP_WARNING, "stray bytes at the end of a scan");
  d->finish_input_pass(cinfo);
}

/* The entropy decoder has just counted the bytes that its bit buffer held. */
static boolean read_restart_marker(j_decompress_ptr cinfo) {
  hp_decoder *d = hp_of((j_common_ptr)cinfo);
  if (cinfo->marker->discarded_bytes != 0)
    hp_escape(d, HP_WARNING, "stray bytes before a restart marker");
  return d->read_restart_marker(cinfo);
}

static bool create_decompressor(hp_decoder *d, int64_t memory_limit) {
  if (setjmp(d->escape)) {
    jpeg_destroy_decompress(&d->cinfo);
    return false;
  }
  jpeg_create_decompress(&d->cinfo);
  d->cinfo.mem->max_memory_to_use = (long)memory_limit;
  d->start_input_pass = d->cinfo.inputctl->start_input_pass;
  d->cinfo.inputctl->start_input_pass = start_input_pass;
  d->finish_input_pass = d->cinfo.inputctl->finish_input_pass;
  d->cinfo.inputctl->finish_input_pass = finish_input_pass;
  d->read_restart_marker = d->cinfo.marker->read_restart_marker;
  d->cinfo.marker->read_restart_marker = read_restart_marker;
  return true;
}

hp_decoder *hp_create(int64_t memory_limit) {
  if (memory_limit < 1)
    return NULL;
  hp_decoder *d = malloc(sizeof *d);
  if (d == NULL)
    return NULL;
  /* Not the input buffer: touching its pages would cost more than a thumbnail. */
  memset(d, 0, offsetof(hp_decoder, input));
  memset(&d->at_header, 0, sizeof d->at_header);
  d->cinfo.err = jpeg_std_error(&d->error);
  d->error.error_exit = on_error;
  d->error.emit_message = on_message;
  d->error.output_message = print_nothing;
  d->cinfo.client_data = d;
  if (!create_decompressor(d, memory_limit)) {
    free(d);
    return NULL;
  }
  hp_init_source(d);
  return d;
}

void hp_destroy(hp_decoder *d) {
  if (d == NULL)
    return;
  jpeg_destroy_decompress(&d->cinfo);
  free(d);
}

const char *hp_message(const hp_decoder *d) {
  return d->message;
}

/* HP_OK if a call of phases `first` to `last` may run now. */
static int admit(const hp_decoder *d, enum hp_phase first, enum hp_phase last) {
  if (d->failure != HP_OK)
    return d->failure;
  return d->phase >= first && d->phase <= last ? HP_OK : HP_BAD_ARGUMENT;
}

static int fail(hp_decoder *d, int status, const char *message) {
  snprintf(d->message, sizeof d->message, "%s", message);
  return d->failure = status;
}

static void fill_info(const struct jpeg_decompress_struct *cinfo, int32_t *info) {
  info[HP_WIDTH] = (int32_t)cinfo->image_width;
  info[HP_HEIGHT] = (int32_t)cinfo->image_height;
  info[HP_PRECISION] = cinfo->data_precision;
  info[HP_NUM_COMPONENTS] = cinfo->num_components;
  info[HP_PROGRESSIVE] = cinfo->progressive_mode;
  info[HP_ARITHMETIC] = cinfo->arith_code;
  info[HP_MULTI_SCAN] = cinfo->inputctl->has_multiple_scans;
  info[HP_RESTART_INTERVAL] = (int32_t)cinfo->restart_interval;
  info[HP_SAW_JFIF] = cinfo->saw_JFIF_marker;
  info[HP_SAW_ADOBE] = cinfo->saw_Adobe_marker;
  info[HP_ADOBE_TRANSFORM] = cinfo->Adobe_transform;
  info[HP_COLOR_SPACE] = cinfo->jpeg_color_space;
  info[HP_MAX_H] = cinfo->max_h_samp_factor;
  info[HP_MAX_V] = cinfo->max_v_samp_factor;
  for (int i = 0; i < cinfo->num_components && i < HP_MAX_COMPONENTS; i++) {
    info[HP_COMPONENTS + 3 * i] = cinfo->comp_info[i].component_id;
    info[HP_COMPONENTS + 3 * i + 1] = cinfo->comp_info[i].h_samp_factor;
    info[HP_COMPONENTS + 3 * i + 2] = cinfo->comp_info[i].v_samp_factor;
  }
}

/* libjpegs of different age assign scans to components of equal id differently. */
static bool has_duplicate_ids(const struct jpeg_decompress_struct *cinfo) {
  for (int i = 1; i < cinfo->num_components; i++)
    for (int j = 0; j < i; j++)
      if (cinfo->comp_info[i].component_id == cinfo->comp_info[j].component_id)
        return true;
  return false;
}

static const char *unsupported(const struct jpeg_decompress_struct *cinfo) {
  if (cinfo->master->lossless)
    return "lossless JPEG";
  if (cinfo->arith_code)
    return "arithmetic coding";
  if (cinfo->data_precision != 8)
    return "not 8 bits per sample";
  if (cinfo->num_components > HP_MAX_COMPONENTS)
    return "more than four components";
  return has_duplicate_ids(cinfo) ? "two components with the same id" : NULL;
}

int hp_read_header(hp_decoder *d, int32_t *info) {
  int status = admit(d, PHASE_HEADER, PHASE_HEADER);
  if (status != HP_OK)
    return status;
  memset(info, 0, HP_INFO_SIZE * sizeof *info);
  if (setjmp(d->escape))
    return d->failure;
  if (jpeg_read_header(&d->cinfo, TRUE) == JPEG_SUSPENDED)
    return HP_NEED_INPUT;
  fill_info(&d->cinfo, info);
  if (unsupported(&d->cinfo) != NULL)
    return fail(d, HP_UNSUPPORTED, unsupported(&d->cinfo));
  hp_snapshot_tables(d);
  d->phase = PHASE_READY;
  return HP_OK;
}

/* Whether libjpeg 6b and libjpeg-turbo both know the conversion. */
static bool convertible(int components, int from, int to) {
  switch (from) {
  case JCS_GRAYSCALE:
    return components == 1 && (to == JCS_GRAYSCALE || to == JCS_RGB || to == JCS_EXT_RGB
                               || to == JCS_EXT_BGR);
  case JCS_RGB:
    return components == 3 && (to == JCS_RGB || to == JCS_EXT_RGB || to == JCS_EXT_BGR);
  case JCS_YCbCr:
    return components == 3 && (to == JCS_YCbCr || to == JCS_GRAYSCALE || to == JCS_RGB
                               || to == JCS_EXT_RGB || to == JCS_EXT_BGR);
  case JCS_CMYK:
    return components == 4 && to == JCS_CMYK;
  case JCS_YCCK:
    return components == 4 && (to == JCS_YCCK || to == JCS_CMYK);
  case JCS_UNKNOWN:
    return to == JCS_UNKNOWN;
  default:
    return false;
  }
}

/* What must hold before the first row leaves: HP_OK, or the failure. */
static int check_scans(hp_decoder *d) {
  const struct jpeg_decompress_struct *cinfo = &d->cinfo;
  for (int c = 0; c < cinfo->num_components; c++) {
    const JQUANT_TBL *quant = cinfo->comp_info[c].quant_table;
    if (quant == NULL)
      return fail(d, HP_INCOMPLETE, "a component occurs in no scan");
    for (int i = 0; i < DCTSIZE2; i++)
      if (quant->quantval[i] > MAX_QUANTISER)
        return fail(d, HP_UNSUPPORTED, "a quantiser above 32767");
    if (!cinfo->progressive_mode)
      continue;
    for (int i = 0; i < DCTSIZE2; i++)
      if (cinfo->coef_bits[c][i] != 0)
        return fail(d, HP_INCOMPLETE, "progressive scans do not refine every coefficient");
  }
  return HP_OK;
}

static void set_parameters(struct jpeg_decompress_struct *cinfo, int jpeg_space, int out_space,
                           int upsampling) {
  cinfo->jpeg_color_space = (J_COLOR_SPACE)jpeg_space;
  cinfo->out_color_space = (J_COLOR_SPACE)out_space;
  cinfo->do_fancy_upsampling = upsampling != HP_REPLICATED ? TRUE : FALSE;
  cinfo->dct_method = JDCT_ISLOW;
  cinfo->do_block_smoothing = FALSE;
  cinfo->quantize_colors = FALSE;
}

int hp_start(hp_decoder *d, int jpeg_space, int out_space, int upsampling) {
  int status = admit(d, PHASE_READY, PHASE_STARTING);
  if (status != HP_OK)
    return status;
  if (upsampling < HP_REPLICATED || upsampling > HP_FANCY_BUT_H1V2
      || !convertible(d->cinfo.num_components, jpeg_space, out_space))
    return HP_BAD_ARGUMENT;
  if (setjmp(d->escape))
    return d->failure;
  if (d->phase == PHASE_READY) {
    set_parameters(&d->cinfo, jpeg_space, out_space, upsampling);
    hp_plug_missing_huffman_tables(d);
    d->phase = PHASE_STARTING;
  }
  if (!jpeg_start_decompress(&d->cinfo))
    return HP_NEED_INPUT;
  status = check_scans(d);
  if (status != HP_OK)
    return status;
  if (upsampling == HP_FANCY_BUT_H1V2)
    hp_replicate_h1v2(&d->cinfo);
  if (!hp_install_idct_guard(d))
    return fail(d, HP_UNSUPPORTED, "no SIMD inverse DCT");
  d->phase = PHASE_ROWS;
  return HP_OK;
}

size_t hp_row_bytes(const hp_decoder *d) {
  if (d->failure != HP_OK || d->phase < PHASE_ROWS || d->phase == PHASE_DONE)
    return 0;
  return (size_t)d->cinfo.output_width * (size_t)d->cinfo.output_components;
}

int hp_read_scanlines(hp_decoder *d, uint8_t *dst, size_t stride, int max_rows) {
  int status = admit(d, PHASE_ROWS, PHASE_ROWS);
  if (status != HP_OK)
    return status;
  if (max_rows < 1 || max_rows > HP_MAX_ROWS)
    return HP_BAD_ARGUMENT;
  JSAMPROW rows[HP_MAX_ROWS];
  for (int i = 0; i < max_rows; i++)
    rows[i] = dst + (size_t)i * stride;
  if (setjmp(d->escape))
    return d->failure;
  JDIMENSION first = d->cinfo.output_scanline;
  JDIMENSION last = d->cinfo.output_height - first < (JDIMENSION)max_rows
      ? d->cinfo.output_height : first + (JDIMENSION)max_rows;
  while (d->cinfo.output_scanline < last) {
    JDIMENSION done = d->cinfo.output_scanline - first;
    if (jpeg_read_scanlines(&d->cinfo, rows + done, last - first - done) == 0)
      break;
  }
  int count = (int)(d->cinfo.output_scanline - first);
  return count == 0 && first < last ? HP_NEED_INPUT : count;
}

int hp_finish(hp_decoder *d) {
  int status = admit(d, PHASE_ROWS, PHASE_FINISHING);
  if (status != HP_OK)
    return status;
  if (d->phase == PHASE_ROWS && d->cinfo.output_scanline < d->cinfo.output_height)
    return HP_BAD_ARGUMENT;
  if (setjmp(d->escape))
    return d->failure;
  d->phase = PHASE_FINISHING;
  if (!jpeg_finish_decompress(&d->cinfo))
    return HP_NEED_INPUT;
  d->phase = PHASE_DONE;
  return HP_OK;
}

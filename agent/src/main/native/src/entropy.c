/*
 * Tables for the faster entropy decoding, and its place in libjpeg: behind each
 * start_pass, in the decode_mcu that libjpeg has chosen.
 */
#include "decoder_internal.h"
#include "entropy_bits.h"

/* For each component of a scan: below this, making tables takes longer than they save. */
#define LEAST_BLOCKS 32

#define REST 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63

const uint8_t hp_natural_order[DCTSIZE2 + HP_END_OF_BLOCK] = {
   0,  1,  8, 16,  9,  2,  3, 10, 17, 24, 32, 25, 18, 11,  4,  5,
  12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13,  6,  7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
  58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
  REST, REST, REST, REST
};

static int32_t *fill(int32_t *at, int32_t entry, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    at[i] = entry;
  return at + count;
}

/* The entries of all bits that begin with the code of `length` for `symbol`. */
static int32_t *fill_code(int32_t *at, unsigned length, unsigned symbol) {
  unsigned run = symbol >> 4, size = symbol & 15, left = HP_LOOKUP_BITS - length;
  if (symbol == 0)
    return fill(at, (int32_t)(HP_END_OF_BLOCK << 8 | length), 1u << left);
  /* Zero coefficients but for ZRL are EOBn, whose bits are a number. */
  if (size > left || (size == 0 && run != 15))
    return fill(at, (int32_t)(symbol << 16 | length << 8), 1u << left);
  uint32_t rest = run << 8 | (length + size);
  if (size == 0)
    return fill(at, (int32_t)rest, 1u << left);
  for (unsigned bits = 0; bits < 1u << size; bits++)
    at = fill(at, (int32_t)((uint32_t)extend(bits, size) << 16 | rest), 1u << (left - size));
  return at;
}

/* T.81, C.2 and F.2.2.3. libjpeg has already made its own table of the same source,
 * hence the codes of each length fit, and there are at most 256. */
static void make_table(const JHUFF_TBL *source, struct hp_huffman *table) {
  unsigned code = 0, index = 0;
  int32_t *at = table->entries;
  memcpy(table->symbols, source->huffval, sizeof table->symbols);
  for (unsigned length = 1; length <= 16; length++, code <<= 1) {
    table->first[length] = (int32_t)index - (int32_t)code;
    for (unsigned n = source->bits[length]; n > 0; n--, code++, index++)
      if (length <= HP_LOOKUP_BITS)
        at = fill_code(at, length, source->huffval[index]);
    table->limit[length] = code << (16 - length);
  }
  fill(at, 0, (unsigned)(table->entries + (1 << HP_LOOKUP_BITS) - at));
}

/* A scan of one kind of coefficients names tables for the other that it does not
 * use, and that libjpeg does not check. */
static void make_tables(j_decompress_ptr cinfo, struct hp_entropy *e, bool dc, bool ac) {
  for (int i = 0; i < cinfo->comps_in_scan; i++) {
    const jpeg_component_info *component = cinfo->cur_comp_info[i];
    if (dc)
      make_table(cinfo->dc_huff_tbl_ptrs[component->dc_tbl_no], &e->dc[component->dc_tbl_no]);
    if (ac)
      make_table(cinfo->ac_huff_tbl_ptrs[component->ac_tbl_no], &e->ac[component->ac_tbl_no]);
  }
  for (int i = 0; i < cinfo->blocks_in_MCU; i++) {
    const jpeg_component_info *component = cinfo->cur_comp_info[cinfo->MCU_membership[i]];
    if (dc)
      e->dc_of_block[i] = &e->dc[component->dc_tbl_no];
    if (ac)
      e->ac_of_block[i] = &e->ac[component->ac_tbl_no];
  }
}

/* Whether a stuffed zero follows fill bytes, as in FF FF 00, in what libjpeg may read for
 * one MCU: up to the second marker, as the first may be the restart that is due. The
 * standard allows fill before markers only (T.81, B.1.1.2); libjpegs differ on it without
 * a warning, and libjpeg-turbo's answer depends on where its input was cut. */
static bool has_fill_before_zero(const uint8_t *at, size_t length) {
  const uint8_t *end = at + length;
  int markers = 0;
  while (markers < 2 && (at = memchr(at, 0xFF, (size_t)(end - at))) != NULL) {
    const uint8_t *code = at;
    while (code < end && *code == 0xFF)
      code++;
    if (code == end)
      break;
    if (*code != 0)
      markers++;
    else if (code - at > 1)
      return true;
    at = code + 1;
  }
  return false;
}

boolean hp_decode_by_libjpeg(j_decompress_ptr cinfo, JBLOCKROW *blocks) {
  hp_decoder *d = hp_of((j_common_ptr)cinfo);
  if (has_fill_before_zero(cinfo->src->next_input_byte, cinfo->src->bytes_in_buffer))
    hp_escape(d, HP_WARNING, "fill bytes within entropy-coded data");
  return d->entropy.decode_mcu(cinfo, blocks);
}

static bool is_short_scan(j_decompress_ptr cinfo) {
  uint64_t mcus = (uint64_t)cinfo->MCUs_per_row * cinfo->MCU_rows_in_scan;
  return mcus * (unsigned)cinfo->blocks_in_MCU < LEAST_BLOCKS * (uint64_t)cinfo->comps_in_scan;
}

static void start_pass(j_decompress_ptr cinfo) {
  struct hp_entropy *e = &hp_of((j_common_ptr)cinfo)->entropy;
  struct jpeg_entropy_decoder *decoder = cinfo->entropy;
  /* jdhuff.c sets decode_mcu once, jdphuff.c in each start_pass. */
  if (e->decode_mcu != NULL)
    decoder->decode_mcu = e->decode_mcu;
  e->start_pass(cinfo);
  e->decode_mcu = decoder->decode_mcu;
  if (is_short_scan(cinfo)) {
    decoder->decode_mcu = hp_decode_by_libjpeg;
  } else if (!cinfo->progressive_mode) {
    make_tables(cinfo, e, true, true);
    decoder->decode_mcu = hp_decode_sequential;
  } else if (cinfo->Ss == 0) {
    make_tables(cinfo, e, cinfo->Ah == 0, false);
    decoder->decode_mcu = cinfo->Ah == 0 ? hp_decode_dc_first : hp_decode_dc_refine;
  } else {
    make_tables(cinfo, e, false, true);
    if (cinfo->Ah != 0)
      hp_prepare_refinement(&e->refinement);
    decoder->decode_mcu = cinfo->Ah == 0 ? hp_decode_ac_first : hp_decode_ac_refine;
  }
}

void hp_start_entropy(j_decompress_ptr cinfo) {
  struct hp_entropy *e = &hp_of((j_common_ptr)cinfo)->entropy;
  e->decode_mcu = NULL;
  e->start_pass = cinfo->entropy->start_pass;
  cinfo->entropy->start_pass = start_pass;
}

/*
 * Quantisation and Huffman tables across images. The JVM's reader keeps its
 * tables from one image of a stream to the next, so tables that arrive after
 * the first SOS (which the reader's Java code never sees) must be reported.
 */
#include <string.h>

#include "decoder_internal.h"

/* Fills the symbols of a plugged slot; a table from a file has zeros there, as
 * libjpeg clears the symbols its counts do not use. */
#define PLUG_SYMBOL 0xEE

static bool is_plug(const JHUFF_TBL *table) {
  for (int i = 1; i <= 16; i++)
    if (table->bits[i] != 0)
      return false;
  return table->huffval[0] == PLUG_SYMBOL;
}

static void snapshot_huffman(JHUFF_TBL *const *slots, bool *has, JHUFF_TBL *copies) {
  for (int i = 0; i < NUM_HUFF_TBLS; i++) {
    has[i] = slots[i] != NULL;
    if (has[i])
      copies[i] = *slots[i];
  }
}

void hp_snapshot_tables(hp_decoder *d) {
  struct hp_tables_snapshot *s = &d->at_header;
  for (int i = 0; i < NUM_QUANT_TBLS; i++) {
    s->has_quant[i] = d->cinfo.quant_tbl_ptrs[i] != NULL;
    if (s->has_quant[i])
      s->quant[i] = *d->cinfo.quant_tbl_ptrs[i];
  }
  snapshot_huffman(d->cinfo.dc_huff_tbl_ptrs, s->has_dc, s->dc);
  snapshot_huffman(d->cinfo.ac_huff_tbl_ptrs, s->has_ac, s->ac);
}

static void plug(j_decompress_ptr cinfo, JHUFF_TBL **slots) {
  for (int i = 0; i < NUM_HUFF_TBLS; i++) {
    if (slots[i] != NULL)
      continue;
    slots[i] = jpeg_alloc_huff_table((j_common_ptr)cinfo);
    memset(slots[i]->bits, 0, sizeof slots[i]->bits);
    memset(slots[i]->huffval, PLUG_SYMBOL, sizeof slots[i]->huffval);
  }
}

/* libjpeg-turbo lends the MJPEG default tables to files that bring none, which
 * older libjpegs refuse. A table without codes makes any use of it a warning. */
void hp_plug_missing_huffman_tables(hp_decoder *d) {
  plug(&d->cinfo, d->cinfo.dc_huff_tbl_ptrs);
  plug(&d->cinfo, d->cinfo.ac_huff_tbl_ptrs);
}

static bool quant_changed(const hp_decoder *d, int i) {
  const JQUANT_TBL *now = d->cinfo.quant_tbl_ptrs[i];
  if (now == NULL)
    return false;
  return !d->at_header.has_quant[i]
      || memcmp(now->quantval, d->at_header.quant[i].quantval, sizeof now->quantval) != 0;
}

static bool huffman_changed(const JHUFF_TBL *now, bool had, const JHUFF_TBL *then) {
  if (now == NULL || is_plug(now))
    return false;
  return !had || memcmp(now->bits, then->bits, sizeof now->bits) != 0
      || memcmp(now->huffval, then->huffval, sizeof now->huffval) != 0;
}

static bool any_changed(const hp_decoder *d) {
  const struct hp_tables_snapshot *s = &d->at_header;
  for (int i = 0; i < NUM_QUANT_TBLS; i++)
    if (quant_changed(d, i))
      return true;
  for (int i = 0; i < NUM_HUFF_TBLS; i++)
    if (huffman_changed(d->cinfo.dc_huff_tbl_ptrs[i], s->has_dc[i], &s->dc[i])
        || huffman_changed(d->cinfo.ac_huff_tbl_ptrs[i], s->has_ac[i], &s->ac[i]))
      return true;
  return false;
}

static uint8_t *put2(uint8_t *out, unsigned value) {
  out[0] = (uint8_t)(value >> 8);
  out[1] = (uint8_t)value;
  return out + 2;
}

/* One DQT segment in the smallest precision that holds the values. Tables travel
 * in zigzag order (ITU-T T.81, B.2.4.1). */
static uint8_t *put_quant(uint8_t *out, int slot, const JQUANT_TBL *table) {
  unsigned wide = 0;
  for (int i = 0; i < DCTSIZE2; i++)
    wide |= table->quantval[i] > 255;
  out = put2(out, 0xFFDB);
  out = put2(out, 2 + 1 + (1 + wide) * DCTSIZE2);
  *out++ = (uint8_t)(wide << 4 | (unsigned)slot);
  for (int i = 0; i < DCTSIZE2; i++) {
    unsigned value = table->quantval[jpeg_natural_order[i]];
    if (wide)
      out = put2(out, value);
    else
      *out++ = (uint8_t)value;
  }
  return out;
}

/* One DHT segment (ITU-T T.81, B.2.4.2); class 0 is DC, 1 is AC. */
static uint8_t *put_huffman(uint8_t *out, int class, int slot, const JHUFF_TBL *table) {
  unsigned symbols = 0;
  for (int i = 1; i <= 16; i++)
    symbols += table->bits[i];
  out = put2(out, 0xFFC4);
  out = put2(out, 2 + 1 + 16 + symbols);
  *out++ = (uint8_t)(class << 4 | slot);
  memcpy(out, table->bits + 1, 16);
  memcpy(out + 16, table->huffval, symbols);
  return out + 16 + symbols;
}

size_t hp_tables(const hp_decoder *d, uint8_t *out) {
  if (d->failure != HP_OK || d->phase <= PHASE_READY || !any_changed(d))
    return 0;
  uint8_t *end = put2(out, 0xFFD8);
  for (int i = 0; i < NUM_QUANT_TBLS; i++)
    if (d->cinfo.quant_tbl_ptrs[i] != NULL)
      end = put_quant(end, i, d->cinfo.quant_tbl_ptrs[i]);
  for (int i = 0; i < NUM_HUFF_TBLS; i++) {
    const JHUFF_TBL *dc = d->cinfo.dc_huff_tbl_ptrs[i];
    const JHUFF_TBL *ac = d->cinfo.ac_huff_tbl_ptrs[i];
    if (dc != NULL && !is_plug(dc))
      end = put_huffman(end, 0, i, dc);
    if (ac != NULL && !is_plug(ac))
      end = put_huffman(end, 1, i, ac);
  }
  return (size_t)(put2(end, 0xFFD9) - out);
}

/* Baseline and extended sequential MCUs (ITU-T T.81, F.2.2). */
#include "decoder_internal.h"
#include "entropy_bits.h"

/* Enough for two entries and the longest symbol: 51 of 56. */
#define THREE_SYMBOLS (2 * HP_LOOKUP_BITS + HP_LONGEST_SYMBOL)

/* Reads a symbol that its entry answers wholly; else leaves it, and answers false. */
static inline bool read_entry(struct bits *b, const struct hp_huffman *table, JCOEF *block,
                              unsigned *k, int32_t *entry) {
  *entry = look_up(b, table);
  if (!LIKELY(length_of(*entry) != 0))
    return false;
  drop(b, length_of(*entry));
  *k += run_of(*entry);
  /* For ZRL and EOB a zero over a zero: nothing from here on is set yet. */
  block[hp_natural_order[*k]] = (JCOEF)value_of(*entry);
  ++*k;
  return true;
}

/* Coefficients 1..63 of one block; false to give up. */
static inline bool read_ac(struct bits *b, const struct hp_huffman *table, JCOEF *block) {
  unsigned k = 1;
  while (k < DCTSIZE2) {
    refill(b);
    if (b->count < THREE_SYMBOLS)
      return false;
    int32_t entry;
    if (read_entry(b, table, block, &k, &entry)) {
      if (k >= DCTSIZE2)
        break;
      if (read_entry(b, table, block, &k, &entry)) {
        if (k >= DCTSIZE2)
          break;
        if (read_entry(b, table, block, &k, &entry))
          continue;
      }
    }
    unsigned symbol;
    if (!read_code(b, table, entry, &symbol))
      return false;
    unsigned size = symbol & 15;
    k += symbol >> 4;
    if (size != 0)
      block[hp_natural_order[k]] = (JCOEF)extend(take(b, size), size);
    else if (symbol != 0xF0)
      break;
    k++;
  }
  return true;
}

static bool decode(j_decompress_ptr cinfo, struct hp_sequential_state *state, JBLOCKROW *blocks) {
  const struct hp_entropy *e = &hp_of((j_common_ptr)cinfo)->entropy;
  struct bits b = load_bits(cinfo, &state->bits);
  int last_dc[MAX_COMPS_IN_SCAN];
  memcpy(last_dc, state->last_dc, sizeof last_dc);
  for (int i = 0; i < cinfo->blocks_in_MCU; i++) {
    int difference;
    if (!read_difference(&b, e->dc_of_block[i], &difference))
      return false;
    /* Damaged files may overflow: as in libjpeg, modulo 2^32. */
    int *dc = &last_dc[cinfo->MCU_membership[i]];
    *dc = (int)((unsigned)*dc + (unsigned)difference);
    JCOEF *block = *blocks[i];
    block[0] = (JCOEF)*dc;
    if (!read_ac(&b, e->ac_of_block[i], block))
      return false;
  }
  memcpy(state->last_dc, last_dc, sizeof last_dc);
  save_bits(cinfo, &state->bits, &b);
  return true;
}

/* A block given up has the coefficients that libjpeg is about to write again. */
boolean hp_decode_sequential(j_decompress_ptr cinfo, JBLOCKROW *blocks) {
  struct hp_sequential_state *state = (void *)cinfo->entropy;
  if (in_plain_data(cinfo, state->restarts_to_go) && decode(cinfo, state, blocks))
    return finish_mcu(cinfo, &state->restarts_to_go);
  return hp_decode_by_libjpeg(cinfo, blocks);
}

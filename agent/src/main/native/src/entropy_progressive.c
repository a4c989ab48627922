/*
 * Progressive MCUs: the four kinds of scan (ITU-T T.81, G.1.2 and G.2). An AC scan
 * has one block in its MCU.
 */
#include "decoder_internal.h"
#include "entropy_bits.h"

static boolean by_libjpeg(j_decompress_ptr cinfo, JBLOCKROW *blocks) {
  return hp_decode_by_libjpeg(cinfo, blocks);
}

static inline int shifted(int value, int by) {
  return (int)((unsigned)value << by);
}

boolean hp_decode_dc_first(j_decompress_ptr cinfo, JBLOCKROW *blocks) {
  struct hp_progressive_state *state = (void *)cinfo->entropy;
  if (!in_plain_data(cinfo, state->restarts_to_go))
    return by_libjpeg(cinfo, blocks);
  const struct hp_entropy *e = &hp_of((j_common_ptr)cinfo)->entropy;
  struct bits b = load_bits(cinfo, &state->bits);
  int last_dc[MAX_COMPS_IN_SCAN];
  memcpy(last_dc, state->last_dc, sizeof last_dc);
  for (int i = 0; i < cinfo->blocks_in_MCU; i++) {
    int difference, *dc = &last_dc[cinfo->MCU_membership[i]];
    if (!read_difference(&b, e->dc_of_block[i], &difference)
        || __builtin_add_overflow(*dc, difference, dc))
      return by_libjpeg(cinfo, blocks);
    (*blocks[i])[0] = (JCOEF)shifted(*dc, cinfo->Al);
  }
  memcpy(state->last_dc, last_dc, sizeof last_dc);
  save_bits(cinfo, &state->bits, &b);
  return finish_mcu(cinfo, &state->restarts_to_go);
}

boolean hp_decode_dc_refine(j_decompress_ptr cinfo, JBLOCKROW *blocks) {
  struct hp_progressive_state *state = (void *)cinfo->entropy;
  struct bits b = load_bits(cinfo, &state->bits);
  /* A bit for each block, of which there are at most D_MAX_BLOCKS_IN_MCU = 10. */
  if (!in_plain_data(cinfo, state->restarts_to_go) || !have_symbol(&b))
    return by_libjpeg(cinfo, blocks);
  for (int i = 0; i < cinfo->blocks_in_MCU; i++) {
    fetch_ahead(*blocks[i]);
    (*blocks[i])[0] |= (JCOEF)shifted((int)take(&b, 1), cinfo->Al);
  }
  save_bits(cinfo, &state->bits, &b);
  return finish_mcu(cinfo, &state->restarts_to_go);
}

/* EOBn with n = 0..14 (T.81, table G.1): a run of 2^n and n bits more. */
static inline unsigned read_eob_run(struct bits *b, unsigned n) {
  return (1u << n) + (n == 0 ? 0 : take(b, n));
}

/* Answers the length of the EOB run that begins with this block, 0 if none does, -1
 * to give up. Writes again what libjpeg would, so nothing needs to be undone. */
static inline int read_ac_first(struct bits *b, j_decompress_ptr cinfo,
                                const struct hp_huffman *table, JCOEF *block) {
  unsigned k = (unsigned)cinfo->Ss, last = (unsigned)cinfo->Se;
  for (; k <= last; k++) {
    if (!have_symbol(b))
      return -1;
    int32_t entry = look_up(b, table);
    int value;
    if (LIKELY(length_of(entry) != 0)) {
      drop(b, length_of(entry));
      if (run_of(entry) == HP_END_OF_BLOCK)
        return 1;
      k += run_of(entry);
      value = value_of(entry);
    } else {
      unsigned symbol;
      if (!read_code(b, table, entry, &symbol))
        return -1;
      unsigned size = symbol & 15;
      if (size == 0 && symbol != 0xF0)
        return (int)read_eob_run(b, symbol >> 4);
      k += symbol >> 4;
      value = size == 0 ? 0 : extend(take(b, size), size);
    }
    /* Not for ZRL: a damaged one leads beyond the band, to coefficients of others. */
    if (value != 0)
      block[hp_natural_order[k]] = (JCOEF)shifted(value, cinfo->Al);
  }
  return 0;
}

boolean hp_decode_ac_first(j_decompress_ptr cinfo, JBLOCKROW *blocks) {
  struct hp_progressive_state *state = (void *)cinfo->entropy;
  if (!in_plain_data(cinfo, state->restarts_to_go))
    return by_libjpeg(cinfo, blocks);
  if (state->eob_run > 0) {
    state->eob_run--;
    return finish_mcu(cinfo, &state->restarts_to_go);
  }
  const struct hp_entropy *e = &hp_of((j_common_ptr)cinfo)->entropy;
  struct bits b = load_bits(cinfo, &state->bits);
  fetch_ahead(*blocks[0]);
  int run = read_ac_first(&b, cinfo, e->ac_of_block[0], *blocks[0]);
  if (run < 0)
    return by_libjpeg(cinfo, blocks);
  state->eob_run = run > 0 ? (unsigned)run - 1 : 0;
  save_bits(cinfo, &state->bits, &b);
  return finish_mcu(cinfo, &state->restarts_to_go);
}

/*
 * Refinement of AC coefficients (ITU-T T.81, G.1.2.3 and G.2), the costliest part of
 * a progressive file: nearly every scan bit belongs to a coefficient that is already
 * set, wherever that is. Here a block's set coefficients are bits of a mask, in
 * zigzag order.
 */
#include <immintrin.h>

#include "decoder_internal.h"
#include "entropy_bits.h"

void hp_prepare_refinement(struct hp_refinement *r) {
  for (unsigned k = 0; k < DCTSIZE2; k++)
    for (unsigned quarter = 0; quarter < 4; quarter++) {
      unsigned from = hp_natural_order[k];
      r->shuffle[k / 32][quarter][k % 32] = from / 16 == quarter ? (uint8_t)(from % 16) : 0x80;
    }
  for (unsigned byte = 0; byte < 256; byte++) {
    r->bit_numbers[byte] = 0;
    for (unsigned bit = 8; bit-- > 0;)
      if ((byte >> bit & 1) != 0)
        r->bit_numbers[byte] = r->bit_numbers[byte] << 8 | bit;
  }
}

/* Sixteen coefficients as bytes, zero where they are, in both lanes. */
__attribute__((target("avx2")))
static inline __m256i quarter_of(const JCOEF *c) {
  return _mm256_broadcastsi128_si256(_mm_packs_epi16(_mm_loadu_si128((const __m128i *)c),
                                                     _mm_loadu_si128((const __m128i *)(c + 8))));
}

__attribute__((target("avx2")))
static inline uint32_t zeros_of_half(const __m256i *quarters, const uint8_t shuffle[4][32]) {
  __m256i parts[4];
#pragma GCC unroll 4
  for (int i = 0; i < 4; i++)
    parts[i] = _mm256_shuffle_epi8(quarters[i], _mm256_loadu_si256((const __m256i *)shuffle[i]));
  __m256i half = _mm256_or_si256(_mm256_or_si256(parts[0], parts[1]),
                                 _mm256_or_si256(parts[2], parts[3]));
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(half, _mm256_setzero_si256()));
}

/* Bit k is set if zigzag coefficient k is. */
__attribute__((target("avx2")))
static inline uint64_t set_coefficients(const JCOEF *block, const uint8_t shuffle[2][4][32]) {
  __m256i quarters[4] = { quarter_of(block), quarter_of(block + 16), quarter_of(block + 32),
                          quarter_of(block + 48) };
  return ~((uint64_t)zeros_of_half(quarters, shuffle[1]) << 32 | zeros_of_half(quarters, shuffle[0]));
}

/* Bits k.. of a mask, k = 0..64. */
static inline uint64_t from(unsigned k) {
  return k < 64 ? ~(uint64_t)0 << k : 0;
}

/* Lists the bits of a mask and answers how many they are. Each byte writes eight
 * numbers, the last of them at 56 + 7 at most; the next byte overwrites the surplus. */
__attribute__((target("avx2,popcnt")))
static inline unsigned list_bits(uint64_t mask, const struct hp_refinement *r, uint8_t numbers[64]) {
  unsigned count = 0;
#pragma GCC unroll 8
  for (unsigned i = 0; i < 64; i += 8) {
    unsigned byte = mask >> i & 0xFF;
    uint64_t eight = r->bit_numbers[byte] + i * 0x0101010101010101u;
    memcpy(numbers + count, &eight, 8);
    count += (unsigned)__builtin_popcount(byte);
  }
  return count;
}

/* Reads n correction bits and appends them to `corrections`, which has room: a block
 * has at most 63. False if so many cannot be had at once. */
static inline bool read_corrections(struct bits *b, unsigned n, uint64_t *corrections) {
  if (b->count < n) {
    refill(b);
    if (b->count < n)
      return false;
  }
  *corrections = *corrections << n | b->buffer >> 1 >> (63 - n);
  drop(b, n);
  return true;
}

/* One step away from zero for each coefficient of `set` whose bit says so. They
 * have one each, as every one of them is passed in a run or after EOB. */
__attribute__((target("avx2,popcnt")))
static inline void correct(JCOEF *block, uint64_t set, uint64_t corrections, int al) {
  unsigned left = (unsigned)__builtin_popcountll(set);
  for (; set != 0; set &= set - 1) {
    JCOEF *c = &block[hp_natural_order[__builtin_ctzll(set)]];
    int sign = *c >> 15, size = 1 << al;
    int wanted = (int)(corrections >> --left & 1);
    /* Unless libjpeg has done it already, in a pass that was suspended. */
    int step = ((size ^ sign) - sign) & -(wanted & ~(*c >> al));
    *c = (JCOEF)(*c + step);
  }
}

/* Reads one code and its bits: the new coefficient (0, 1 or -1) and the run before
 * it, or the length of an EOB run. */
static inline bool read_refinement(struct bits *b, const struct hp_huffman *table, int *value,
                                   unsigned *run, unsigned *eob_run) {
  if (!have_symbol(b))
    return false;
  int32_t entry = look_up(b, table);
  if (LIKELY(length_of(entry) != 0)) {
    drop(b, length_of(entry));
    *value = value_of(entry);
    *run = run_of(entry);
    *eob_run = *run == HP_END_OF_BLOCK;
    return *value >= -1 && *value <= 1;
  }
  unsigned symbol;
  if (!read_code(b, table, entry, &symbol))
    return false;
  unsigned size = symbol & 15;
  *run = symbol >> 4;
  *value = size == 0 ? 0 : extend(take(b, 1), 1);
  *eob_run = size != 0 || *run == 15 ? 0 : (1u << *run) + (*run == 0 ? 0 : take(b, *run));
  return size <= 1;
}

/* Reads a block that is not in an EOB run: sets new coefficients, collects the
 * corrections. Answers the length of the EOB run that begins here, 0 if none does,
 * -1 to give up. */
static inline int refine(struct bits *b, const struct hp_huffman *table, unsigned k, unsigned behind,
                         const uint8_t *zeros, unsigned zeros_left, JCOEF *block, int al,
                         uint64_t *corrections) {
  while (k < behind) {
    int value;
    unsigned run, eob_run;
    if (!read_refinement(b, table, &value, &run, &eob_run))
      return -1;
    if (eob_run != 0)
      return read_corrections(b, behind - k - zeros_left, corrections) ? (int)eob_run : -1;
    /* The run counts zeros; its end is the next zero, or just behind the band. What
     * is passed and is not zero has a correction. */
    unsigned end = behind;
    if (run < zeros_left)
      end = zeros[run];
    else
      run = zeros_left;
    if (!read_corrections(b, end - k - run, corrections))
      return -1;
    if (value != 0)
      block[hp_natural_order[end]] = (JCOEF)(value * (1 << al));
    if (end == behind)
      break;
    k = end + 1;
    zeros += run + 1;
    zeros_left -= run + 1;
  }
  return 0;
}

__attribute__((target("avx2,popcnt")))
boolean hp_decode_ac_refine(j_decompress_ptr cinfo, JBLOCKROW *blocks) {
  struct hp_progressive_state *state = (void *)cinfo->entropy;
  const struct hp_entropy *e = &hp_of((j_common_ptr)cinfo)->entropy;
  if (!in_plain_data(cinfo, state->restarts_to_go))
    return hp_decode_by_libjpeg(cinfo, blocks);
  JCOEF *block = *blocks[0];
  fetch_ahead(block);
  unsigned first = (unsigned)cinfo->Ss, behind = (unsigned)cinfo->Se + 1;
  uint64_t band = from(first) & ~from(behind), corrections = 0;
  uint64_t set = set_coefficients(block, e->refinement.shuffle) & band;
  struct bits b = load_bits(cinfo, &state->bits);
  int run = (int)state->eob_run;
  if (run > 0) {
    if (!read_corrections(&b, (unsigned)__builtin_popcountll(set), &corrections))
      return hp_decode_by_libjpeg(cinfo, blocks);
  } else {
    JBLOCK before;
    uint8_t zeros[DCTSIZE2];
    memcpy(before, block, sizeof before);
    unsigned zeros_left = list_bits(band & ~set, &e->refinement, zeros);
    run = refine(&b, e->ac_of_block[0], first, behind, zeros, zeros_left, block, cinfo->Al, &corrections);
    if (run < 0) {
      memcpy(block, before, sizeof before);
      return hp_decode_by_libjpeg(cinfo, blocks);
    }
  }
  correct(block, set, corrections, cinfo->Al);
  state->eob_run = run > 0 ? (unsigned)run - 1 : 0;
  save_bits(cinfo, &state->bits, &b);
  return finish_mcu(cinfo, &state->restarts_to_go);
}

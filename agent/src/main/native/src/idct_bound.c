/*
 * How large can a sample of this block get? A cheap upper bound, for the guard
 * in idct_guard.c.
 *
 * With d_k = c_k * q_k the inverse DCT (ITU-T T.81, A.3.3) gives
 *   |sample| <= 1/8 |d_0| + sqrt(2)/8 * sum |d_k| over the rest of the first row
 *               and column + 2/8 * sum |d_k| over all others,
 * as every cosine is at most 1. In units of 1/64 sample the weights are
 *   8 q, ceil(11.3138 q) and 16 q, cut off at 32767,
 * and the block passes if T = sum w_k * min(|c_k|, 4095) <= 32000 (500 samples).
 *
 * The two cut-offs only make T too small where it is too large anyway: a cut
 * weight times |c| >= 1 is 32767, and |c| >= 4095 times a weight of at least 8
 * (q >= 1) is 32760, both above 32000. A quantiser of 0 has weight 0, rightly.
 *
 * No overflow: pmaddwd adds two products, a lane adds four of those:
 * 8 * 4095 * 32767 = 1,073,447,000 < 2^31. Lanes are cut to 2^20 before they are
 * added up: 8 * 2^20 < 2^31, and a cut lane alone exceeds the limit.
 */
#include <immintrin.h>

#include "idct_guard.h"

#define LIMIT 32000
#define LARGEST_WEIGHT 32767
#define LARGEST_COEFFICIENT 4095

void hp_block_weights(const uint16_t *quantisers, int16_t *weights) {
  for (int k = 0; k < 64; k++) {
    uint32_t q = quantisers[k];
    uint32_t w;
    if (k == 0)
      w = 8 * q;
    else if (k < 8 || k % 8 == 0)
      w = (q * 113138 + 9999) / 10000;
    else
      w = 16 * q;
    weights[k] = (int16_t)(w < LARGEST_WEIGHT ? w : LARGEST_WEIGHT);
  }
}

__attribute__((target("avx2")))
static inline __m256i weighted(const int16_t *c, const int16_t *w) {
  /* Unsigned minimum: |-32768| is 0x8000, negative if read as signed. */
  __m256i magnitude = _mm256_min_epu16(_mm256_abs_epi16(_mm256_loadu_si256((const __m256i *)c)),
                                       _mm256_set1_epi16(LARGEST_COEFFICIENT));
  return _mm256_madd_epi16(magnitude, _mm256_loadu_si256((const __m256i *)w));
}

__attribute__((target("avx2")))
int hp_block_is_ordinary(const int16_t *c, const int16_t *w) {
  __m256i low = _mm256_add_epi32(weighted(c, w), weighted(c + 16, w + 16));
  __m256i high = _mm256_add_epi32(weighted(c + 32, w + 32), weighted(c + 48, w + 48));
  __m256i lanes = _mm256_min_epi32(_mm256_add_epi32(low, high), _mm256_set1_epi32(1 << 20));
  __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, _MM_SHUFFLE(1, 0, 3, 2)));
  sum = _mm_add_epi32(sum, _mm_shuffle_epi32(sum, _MM_SHUFFLE(2, 3, 0, 1)));
  return _mm_cvtsi128_si32(sum) <= LIMIT;
}

/* The test in front of the SIMD inverse DCT. */
#ifndef HOTPIX_IDCT_GUARD_H
#define HOTPIX_IDCT_GUARD_H

#include <stdint.h>

/* Weights w[64] of hp_block_is_ordinary for quantisers q[64] (0..32767), both in
 * natural order. */
void hp_block_weights(const uint16_t *quantisers, int16_t *weights);

/* Nonzero if the coefficients (64, natural order) provably cannot produce a
 * sample beyond 500 before level shift. Needs AVX2. */
int hp_block_is_ordinary(const int16_t *coefficients, const int16_t *weights);

#endif

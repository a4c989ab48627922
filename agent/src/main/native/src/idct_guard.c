/*
 * The guard between libjpeg-turbo's SIMD inverse DCT and damaged files.
 *
 * IJG's jidctint.c computes in 32 bits and wraps its result modulo 1024 before
 * clamping; the SIMD code computes the same sums in 16 bits with saturation.
 * They agree whenever nothing leaves 16 bits and no result leaves -512..511,
 * and disagree in silence on some blocks that only damaged files contain.
 *
 * Blocks whose samples provably stay within 500 (idct_bound.c) go straight to
 * SIMD. Why that is enough, with D = sum |d_k| <= 8 * 500 = 4000:
 *  - dequantised coefficients and their sums of two stay within 4000;
 *  - a first-pass output is at most 4 * 1.39 times its column's sum, a second-pass
 *    sum of two of those at most 5.56 * 4000 = 22,240 < 2^15: nothing saturates;
 *  - products: 22,240 * 27,431 (the largest partial coefficient) < 2^31;
 *  - rounding and the 13-bit constants move a sample by less than 2: 502 < 511.
 *
 * Other blocks run through both transforms and must agree, unless D > 14,000: then
 * the C code might overflow 32 bits in a libjpeg whose INT32 is an int, and the
 * reference is no reference. Up to there it cannot: no constant, sum or difference
 * in jidctint.c weighs an input with more than 27,431 (2.562915447 + 1.961570560 -
 * 1.175875602 in 13 bits), first-pass outputs are at most 11,363 / 2,048 times
 * their column's sum plus 1, so the eight of a row sum to at most 5.5484 * 14,000 + 8
 * = 77,686, and 27,431 * 77,686 + 2^17 = 2,131,135,738 < 2^31. Samples of 8 bits give
 * at most 8 * 8 * 128 = 8,192 before quantisation: hardly any sound file gets there.
 */
#include <stdatomic.h>
#include <string.h>

#include "decoder_internal.h"
#include "idct_guard.h"
#include "jdct.h"
#include "jsimddct.h"

/* The AVX2 transform itself: jsimd_idct_islow would ask thread-local storage for
 * the CPU's abilities on every block. */
EXTERN(void) jsimd_idct_islow_avx2(void *dct_table, JCOEFPTR coef_block, JSAMPARRAY output_buf,
                                   JDIMENSION output_col);
EXTERN(unsigned int) jpeg_simd_cpu_support(void);

#define SIMD_HAS_AVX2 0x80
#define LARGEST_EXACT_SUM 14000

static long sum_of_magnitudes(const jpeg_component_info *component, JCOEFPTR block) {
  long sum = 0;
  for (int k = 0; k < DCTSIZE2; k++)
    sum += labs((long)block[k] * component->quant_table->quantval[k]);
  return sum;
}

static void transform_twice(j_decompress_ptr cinfo, jpeg_component_info *component, JCOEFPTR block,
                            JSAMPARRAY out, JDIMENSION column) {
  hp_decoder *d = hp_of((j_common_ptr)cinfo);
  if (sum_of_magnitudes(component, block) > LARGEST_EXACT_SUM)
    hp_escape(d, HP_EXTREME, "a block beyond any image");
  JSAMPROW rows[DCTSIZE];
  for (int i = 0; i < DCTSIZE; i++)
    rows[i] = d->reference[i];
  jpeg_idct_islow(cinfo, component, block, rows, 0);
  jsimd_idct_islow_avx2(component->dct_table, block, out, column);
  for (int i = 0; i < DCTSIZE; i++)
    if (memcmp(rows[i], out[i] + column, DCTSIZE) != 0)
      hp_escape(d, HP_EXTREME, "a block on which inverse DCTs differ");
}

static void guarded_idct(j_decompress_ptr cinfo, jpeg_component_info *component, JCOEFPTR block,
                         JSAMPARRAY out, JDIMENSION column) {
  const hp_decoder *d = hp_of((j_common_ptr)cinfo);
  if (__builtin_expect(hp_block_is_ordinary(block, d->weights[component->component_index]), 1))
    jsimd_idct_islow_avx2(component->dct_table, block, out, column);
  else
    transform_twice(cinfo, component, block, out, column);
}

/* Asked once: CPUID leaves the virtual machine, which costs more than a small image. */
static bool simd_is_avx2(void) {
  static atomic_int answer; /* 0 unknown, 1 yes, 2 no */
  int known = atomic_load_explicit(&answer, memory_order_relaxed);
  if (known == 0) {
    known = (jpeg_simd_cpu_support() & SIMD_HAS_AVX2) != 0 ? 1 : 2;
    atomic_store_explicit(&answer, known, memory_order_relaxed);
  }
  return known == 1;
}

bool hp_install_idct_guard(hp_decoder *d) {
  struct jpeg_inverse_dct *idct = d->cinfo.idct;
  if (!simd_is_avx2())
    return false;
  for (int c = 0; c < d->cinfo.num_components; c++) {
    if (idct->inverse_DCT[c] != jsimd_idct_islow)
      return false;
    hp_block_weights(d->cinfo.comp_info[c].quant_table->quantval, d->weights[c]);
    idct->inverse_DCT[c] = guarded_idct;
  }
  return true;
}

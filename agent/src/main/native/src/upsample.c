/*
 * Chroma upsampling as libjpeg 6b has it: triangle filters for 2:1 in one direction
 * across and for 2:1 in both, but replicated rows for 2:1 down alone, for which
 * libjpeg-turbo has a filter since 1.5.1. In mixed layouts one image needs both.
 */
#include <string.h>

#include "decoder_internal.h"
#include "jsamplecomp.h"
#include "jdsample.h"

static void replicate_rows(j_decompress_ptr cinfo, jpeg_component_info *component, JSAMPARRAY input,
                           JSAMPARRAY *output) {
  (void)component;
  for (int row = 0; row < cinfo->max_v_samp_factor; row++)
    memcpy((*output)[row], input[row / 2], cinfo->output_width);
}

/* A component that is not decimated by two down alone keeps what libjpeg has chosen. */
void hp_replicate_h1v2(j_decompress_ptr cinfo) {
  my_upsample_ptr upsample = (my_upsample_ptr)cinfo->upsample;
  for (int c = 0; c < cinfo->num_components; c++) {
    const jpeg_component_info *component = &cinfo->comp_info[c];
    if (component->component_needed && component->h_samp_factor == cinfo->max_h_samp_factor
        && 2 * component->v_samp_factor == cinfo->max_v_samp_factor)
      upsample->methods[c] = replicate_rows;
  }
}

/* CPUID and XGETBV (Intel SDM vol. 1, 14.3 "Detection of AVX" and 14.7.1). */
#include <cpuid.h>
#include <stdint.h>

#include "cpu.h"

#define LEAF1_ECX_OSXSAVE (1u << 27)
#define LEAF1_ECX_AVX (1u << 28)
#define LEAF7_EBX_AVX2 (1u << 5)
#define XCR0_SSE_AND_AVX 0x6u

static uint32_t xcr0(void) {
  uint32_t low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

int hp_cpu_has_avx2(void) {
  unsigned eax, ebx, ecx, edx;
  if (!__get_cpuid(1, &eax, &ebx, &ecx, &edx))
    return 0;
  if ((ecx & LEAF1_ECX_OSXSAVE) == 0 || (ecx & LEAF1_ECX_AVX) == 0)
    return 0;
  if ((xcr0() & XCR0_SSE_AND_AVX) != XCR0_SSE_AND_AVX)
    return 0;
  return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) && (ebx & LEAF7_EBX_AVX2) != 0;
}

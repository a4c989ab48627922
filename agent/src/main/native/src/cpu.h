/* What the processor can do. */
#ifndef HOTPIX_CPU_H
#define HOTPIX_CPU_H

/* Nonzero if the CPU has AVX2 and the operating system saves its registers. */
int hp_cpu_has_avx2(void);

#endif

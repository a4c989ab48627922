/*
 * libjpeg's system-dependent memory manager (jmemsys.h), in place of its jmemnobs.c.
 *
 * The coefficients of a multi-scan file take tens of megabytes. Mapped as huge pages
 * they cost a fault for every 2 MiB instead of 4 KiB, and every scan that walks them
 * fewer translations; unmapped, they are gone, whatever malloc would rather keep.
 */
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "decoder_internal.h"
#include "jmemsys.h"

#define HUGE_PAGE ((size_t)2 << 20)
/* Below this malloc: a mapping would hold no huge page, or hardly one. */
#define LEAST_MAPPING (2 * HUGE_PAGE)
#define PAGE ((size_t)4096)

static size_t round_up(size_t size, size_t unit) {
  return (size + unit - 1) / unit * unit;
}

/* `size` bytes at a multiple of HUGE_PAGE, or NULL. The length is not rounded up to
 * huge pages: its end gets small ones, so that no more memory is used than asked for. */
static void *map(size_t size) {
  size_t length = round_up(size, PAGE), all = length + HUGE_PAGE - PAGE;
  char *from = mmap(NULL, all, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (from == MAP_FAILED)
    return NULL;
  char *to = from + all;
  char *start = from + (round_up((uintptr_t)from, HUGE_PAGE) - (uintptr_t)from);
  if (start > from)
    munmap(from, (size_t)(start - from));
  if (start + length < to)
    munmap(start + length, (size_t)(to - start - length));
  /* A kernel without huge pages refuses; then they are small. */
  madvise(start, length, MADV_HUGEPAGE);
  return start;
}

void *jpeg_get_large(j_common_ptr cinfo, size_t size) {
  (void)cinfo;
  return size < LEAST_MAPPING ? malloc(size) : map(size);
}

/* `size` is what jpeg_get_large was asked for: alloc_large and free_pool of
 * jmemmgr.c compute it alike. */
void jpeg_free_large(j_common_ptr cinfo, void *object, size_t size) {
  (void)cinfo;
  if (size < LEAST_MAPPING)
    free(object);
  else
    munmap(object, round_up(size, PAGE));
}

void *jpeg_get_small(j_common_ptr cinfo, size_t size) {
  (void)cinfo;
  return malloc(size);
}

void jpeg_free_small(j_common_ptr cinfo, void *object, size_t size) {
  (void)cinfo;
  (void)size;
  free(object);
}

/* What the limit leaves, or everything wanted if there is none. */
size_t jpeg_mem_available(j_common_ptr cinfo, size_t least, size_t most, size_t allocated) {
  (void)least;
  size_t limit = (size_t)cinfo->mem->max_memory_to_use;
  if (limit == 0)
    return most;
  return limit > allocated ? limit - allocated : 0;
}

/* No temporary files: beyond the limit the decode fails. */
void jpeg_open_backing_store(j_common_ptr cinfo, backing_store_ptr info, long size) {
  (void)info;
  (void)size;
  ERREXIT(cinfo, JERR_NO_BACKING_STORE);
}

long jpeg_mem_init(j_common_ptr cinfo) {
  (void)cinfo;
  return 0;
}

void jpeg_mem_term(j_common_ptr cinfo) {
  (void)cinfo;
}

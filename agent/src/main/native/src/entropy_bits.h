/*
 * Reading bits and Huffman codes (ITU-T T.81, F.2.2.3 to F.2.2.5), for the files of
 * entropy.h. All inline: the state is to live in registers.
 */
#ifndef HOTPIX_ENTROPY_BITS_H
#define HOTPIX_ENTROPY_BITS_H

#include "entropy.h"

#define LIKELY(x) __builtin_expect((x) != 0, 1)

/* The next bit is the top one of `buffer`, of which `count` bits are valid; below
 * them is nothing, or the first bits of the byte at `at`, which do no harm when
 * that byte is or'ed in again. */
struct bits {
  uint64_t buffer;
  unsigned count;
  const uint8_t *at, *end;
};

/* libjpeg keeps the valid bits at the bottom, 0 to 64 of them. */
static inline struct bits load_bits(j_decompress_ptr cinfo, const struct hp_bit_state *from) {
  struct bits b;
  b.count = (unsigned)from->bits_left;
  b.buffer = b.count == 0 ? 0 : from->get_buffer << (64 - b.count);
  b.at = cinfo->src->next_input_byte;
  b.end = b.at + cinfo->src->bytes_in_buffer;
  return b;
}

static inline void save_bits(j_decompress_ptr cinfo, struct hp_bit_state *to, const struct bits *b) {
  to->get_buffer = b->count == 0 ? 0 : b->buffer >> (64 - b->count);
  to->bits_left = (int)b->count;
  cinfo->src->next_input_byte = b->at;
  cinfo->src->bytes_in_buffer = (size_t)(b->end - b->at);
}

/* Byte by byte, up to a marker or the end of the input: FF00 is FF (T.81, F.1.2.3). */
static __attribute__((noinline, cold)) struct bits refill_bytes(struct bits b) {
  while (b.count <= 56 && b.at < b.end) {
    uint64_t byte = *b.at;
    if (byte == 0xFF) {
      if (b.end - b.at < 2 || b.at[1] != 0)
        break;
      b.at++;
    }
    b.at++;
    b.buffer |= byte << (56 - b.count);
    b.count += 8;
  }
  return b;
}

/* Makes `count` at least 56 if the input goes on for so long; else as many as there
 * are before the marker or the end. Call with at most 63 bits. */
static inline void refill(struct bits *b) {
  if (LIKELY(b->end - b->at >= 8)) {
    uint64_t word;
    memcpy(&word, b->at, 8);
    word = __builtin_bswap64(word);
    /* No byte is FF: no byte of ~word is zero. */
    if (LIKELY(((~word - 0x0101010101010101u) & word & 0x8080808080808080u) == 0)) {
      b->buffer |= word >> b->count;
      b->at += (63 - b->count) >> 3;
      b->count |= 56;
      return;
    }
  }
  *b = refill_bytes(*b);
}

/* Whether the longest symbol, or any 31 bits, can be read. */
static inline bool have_symbol(struct bits *b) {
  if (b->count <= HP_LONGEST_SYMBOL)
    refill(b);
  return b->count > HP_LONGEST_SYMBOL;
}

static inline void drop(struct bits *b, unsigned n) {
  b->buffer <<= n;
  b->count -= n;
}

/* n = 1..31 */
static inline unsigned take(struct bits *b, unsigned n) {
  unsigned value = (unsigned)(b->buffer >> (64 - n));
  drop(b, n);
  return value;
}

/* EXTEND (T.81, figure F.12): the upper half of n bits is positive. */
static inline int extend(unsigned value, unsigned n) {
  return value >> (n - 1) != 0 ? (int)value : (int)value - (1 << n) + 1;
}

static inline int32_t look_up(const struct bits *b, const struct hp_huffman *table) {
  return table->entries[b->buffer >> (64 - HP_LOOKUP_BITS)];
}

static inline unsigned length_of(int32_t entry) { return (unsigned)entry & 0xFF; }
static inline unsigned run_of(int32_t entry) { return (unsigned)entry >> 8 & 0xFF; }
static inline int value_of(int32_t entry) { return entry >> 16; }

/* Reads the code of an entry without a length; false if it is in no table. */
static inline bool read_code(struct bits *b, const struct hp_huffman *table, int32_t entry,
                             unsigned *symbol) {
  unsigned length = run_of(entry);
  if (length != 0) {
    *symbol = (unsigned)value_of(entry) & 0xFF;
  } else {
    uint32_t code = (uint32_t)(b->buffer >> 48);
    for (length = HP_LOOKUP_BITS + 1; length <= 16 && code >= table->limit[length]; length++)
      ;
    if (length > 16)
      return false;
    *symbol = table->symbols[((int32_t)(code >> (16 - length)) + table->first[length]) & 0xFF];
  }
  drop(b, length);
  return true;
}

/* Reads a DC difference (T.81, F.2.2.1); false to give up. */
static inline bool read_difference(struct bits *b, const struct hp_huffman *table, int *difference) {
  unsigned size;
  if (!have_symbol(b))
    return false;
  int32_t entry = look_up(b, table);
  if (LIKELY(length_of(entry) != 0)) {
    drop(b, length_of(entry));
    *difference = value_of(entry);
    return true;
  }
  if (!read_code(b, table, entry, &size))
    return false;
  *difference = size == 0 ? 0 : extend(take(b, size), size);
  return true;
}

/* Whether an MCU may be tried here at all. */
static inline bool in_plain_data(j_decompress_ptr cinfo, unsigned restarts_to_go) {
  return cinfo->unread_marker == 0 && !cinfo->entropy->insufficient_data
      && (cinfo->restart_interval == 0 || restarts_to_go != 0);
}

/* Every scan walks through all coefficients, which are in no cache by then: asks for
 * those of the block that is 16 ahead. Behind the last the request comes to nothing. */
static inline void fetch_ahead(const JCOEF *block) {
  __builtin_prefetch(block + 16 * DCTSIZE2, 1);
  __builtin_prefetch(block + 16 * DCTSIZE2 + DCTSIZE2 / 2, 1);
}

static inline boolean finish_mcu(j_decompress_ptr cinfo, unsigned *restarts_to_go) {
  if (cinfo->restart_interval != 0)
    --*restarts_to_go;
  return TRUE;
}

#endif

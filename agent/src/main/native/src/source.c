/*
 * A suspending libjpeg source over a flat buffer. libjpeg may back up to the
 * last point it synchronised (a marker segment or an MCU), so unread bytes are
 * kept and moved to the front instead of being thrown away.
 */
#include <string.h>

#include "decoder_internal.h"

static void no_operation(j_decompress_ptr cinfo) {
  (void)cinfo;
}

static boolean suspend(j_decompress_ptr cinfo) {
  (void)cinfo;
  return FALSE;
}

static void skip_input_data(j_decompress_ptr cinfo, long count) {
  if (count <= 0)
    return;
  hp_decoder *d = hp_of((j_common_ptr)cinfo);
  size_t wanted = (size_t)count;
  size_t here = wanted < d->source.bytes_in_buffer ? wanted : d->source.bytes_in_buffer;
  d->source.next_input_byte += here;
  d->source.bytes_in_buffer -= here;
  d->pending_skip += wanted - here;
  d->skipped_marker = cinfo->unread_marker;
}

void hp_init_source(hp_decoder *d) {
  d->source.init_source = no_operation;
  d->source.fill_input_buffer = suspend;
  d->source.skip_input_data = skip_input_data;
  d->source.resync_to_restart = jpeg_resync_to_restart;
  d->source.term_source = no_operation;
  d->source.next_input_byte = d->input;
  d->source.bytes_in_buffer = 0;
  d->cinfo.src = &d->source;
}

/* APP2 is where profiles are. The JDK's reader keeps it, and so has to read it. */
int64_t hp_pending_skip(const hp_decoder *d) {
  return d->skipped_marker == JPEG_APP0 + 2 ? 0 : (int64_t)d->pending_skip;
}

size_t hp_skip(hp_decoder *d, size_t length) {
  size_t skipped = length < d->pending_skip ? length : d->pending_skip;
  d->pending_skip -= skipped;
  d->before_buffer += (int64_t)skipped;
  if (skipped > 0)
    d->last_was_ff = false;
  return skipped;
}

static void compact(hp_decoder *d) {
  size_t consumed = (size_t)(d->source.next_input_byte - d->input);
  memmove(d->input, d->source.next_input_byte, d->source.bytes_in_buffer);
  d->source.next_input_byte = d->input;
  d->before_buffer += (int64_t)consumed;
}

uint8_t *hp_reserve(hp_decoder *d, size_t length) {
  if (length == 0 || length > HP_MAX_PIECE)
    return NULL;
  size_t used = (size_t)(d->source.next_input_byte - d->input) + d->source.bytes_in_buffer;
  if (HP_INPUT_CAPACITY - used < length)
    compact(d);
  if (HP_INPUT_CAPACITY - d->source.bytes_in_buffer < length)
    return NULL;
  return d->input + (d->source.next_input_byte - d->input) + d->source.bytes_in_buffer;
}

/* 00 is a stuffed data byte, FF is fill, D0..D7 restart inside entropy data. */
static bool ends_entropy_data(uint8_t code) {
  return code != 0x00 && code != 0xFF && (code < 0xD0 || code > 0xD7);
}

static bool contains_marker(const uint8_t *bytes, size_t length) {
  const uint8_t *at = bytes;
  const uint8_t *end = bytes + length;
  while (at < end && (at = memchr(at, 0xFF, (size_t)(end - at))) != NULL) {
    if (++at < end && ends_entropy_data(*at))
      return true;
  }
  return false;
}

int hp_commit(hp_decoder *d, size_t length) {
  if (length == 0)
    return 0;
  const uint8_t *fresh = d->source.next_input_byte + d->source.bytes_in_buffer;
  bool marker = (d->last_was_ff && ends_entropy_data(fresh[0])) || contains_marker(fresh, length);
  d->last_was_ff = fresh[length - 1] == 0xFF;
  d->source.bytes_in_buffer += length;
  return marker;
}

int64_t hp_consumed(const hp_decoder *d) {
  return d->before_buffer + (int64_t)(d->source.next_input_byte - d->input);
}

/*
 * JNI face of the decoder core: class dev.hotpix.codec.TurboJpeg.
 *
 * A handle is the address of an hp_decoder and never leaves JpegDecoder, which
 * sets it to 0 on close. Arrays are checked here against their real length
 * before a byte is touched. While an array is pinned no JNI function is called.
 */
#include <jni.h>
#include <stdint.h>

#include "cpu.h"
#include "decoder.h"
#include "jconfig.h"

extern unsigned int jpeg_simd_cpu_support(void);

#define NAME(method) Java_dev_hotpix_codec_TurboJpeg_##method
#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

static hp_decoder *decoder_of(jlong handle) {
  return (hp_decoder *)(intptr_t)handle;
}

JNIEXPORT jlong JNICALL NAME(create)(JNIEnv *env, jclass type, jlong memory_limit) {
  (void)env;
  (void)type;
  return (jlong)(intptr_t)hp_create(memory_limit);
}

JNIEXPORT void JNICALL NAME(destroy)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_destroy(decoder_of(handle));
}

/* Whether array[offset, offset + length) exists. */
static int in_range(JNIEnv *env, jarray array, jint offset, int64_t length) {
  return array != NULL && offset >= 0 && length >= 0
      && (int64_t)offset + length <= (*env)->GetArrayLength(env, array);
}

JNIEXPORT jlong JNICALL NAME(pendingSkip)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_decoder *d = decoder_of(handle);
  return d == NULL ? 0 : (jlong)hp_pending_skip(d);
}

JNIEXPORT jint JNICALL NAME(feed)(JNIEnv *env, jclass type, jlong handle, jbyteArray data,
                                  jint offset, jint length) {
  (void)type;
  hp_decoder *d = decoder_of(handle);
  if (d == NULL || length > HP_MAX_PIECE || !in_range(env, data, offset, length))
    return HP_BAD_ARGUMENT;
  jint skipped = (jint)hp_skip(d, (size_t)length);
  if (skipped == length)
    return 0;
  uint8_t *room = hp_reserve(d, (size_t)(length - skipped));
  if (room == NULL)
    return HP_ERROR;
  (*env)->GetByteArrayRegion(env, data, offset + skipped, length - skipped, (jbyte *)room);
  return hp_commit(d, (size_t)(length - skipped));
}

JNIEXPORT jint JNICALL NAME(readHeader)(JNIEnv *env, jclass type, jlong handle, jintArray info) {
  (void)type;
  hp_decoder *d = decoder_of(handle);
  if (d == NULL || !in_range(env, info, 0, HP_INFO_SIZE))
    return HP_BAD_ARGUMENT;
  int32_t values[HP_INFO_SIZE] = { 0 };
  int status = hp_read_header(d, values);
  (*env)->SetIntArrayRegion(env, info, 0, HP_INFO_SIZE, (const jint *)values);
  return status;
}

JNIEXPORT jint JNICALL NAME(start)(JNIEnv *env, jclass type, jlong handle, jint jpeg_space,
                                   jint out_space, jint upsampling) {
  (void)env;
  (void)type;
  hp_decoder *d = decoder_of(handle);
  return d == NULL ? HP_BAD_ARGUMENT : hp_start(d, jpeg_space, out_space, upsampling);
}

JNIEXPORT jint JNICALL NAME(rowBytes)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_decoder *d = decoder_of(handle);
  return d == NULL ? 0 : (jint)hp_row_bytes(d);
}

/* Writes min(maxRows, 64) rows of rowBytes to dst[offset + row * stride]. */
JNIEXPORT jint JNICALL NAME(readScanlines)(JNIEnv *env, jclass type, jlong handle, jbyteArray dst,
                                           jint offset, jint stride, jint max_rows) {
  (void)type;
  hp_decoder *d = decoder_of(handle);
  if (d == NULL || stride < 0 || max_rows < 1)
    return HP_BAD_ARGUMENT;
  int rows = max_rows < HP_MAX_ROWS ? max_rows : HP_MAX_ROWS;
  int64_t row_bytes = (int64_t)hp_row_bytes(d);
  if (!in_range(env, dst, offset, (int64_t)(rows - 1) * stride + row_bytes))
    return HP_BAD_ARGUMENT;
  uint8_t *pixels = (*env)->GetPrimitiveArrayCritical(env, dst, NULL);
  if (pixels == NULL)
    return HP_ERROR; /* an OutOfMemoryError is pending */
  int result = hp_read_scanlines(d, pixels + offset, (size_t)stride, rows);
  (*env)->ReleasePrimitiveArrayCritical(env, dst, pixels, 0);
  return result;
}

JNIEXPORT jint JNICALL NAME(finish)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_decoder *d = decoder_of(handle);
  return d == NULL ? HP_BAD_ARGUMENT : hp_finish(d);
}

JNIEXPORT jlong JNICALL NAME(consumed)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_decoder *d = decoder_of(handle);
  return d == NULL ? HP_BAD_ARGUMENT : hp_consumed(d);
}

JNIEXPORT jbyteArray JNICALL NAME(tablesAfterHeader)(JNIEnv *env, jclass type, jlong handle) {
  (void)type;
  hp_decoder *d = decoder_of(handle);
  uint8_t tables[HP_TABLES_MAX];
  jsize length = d == NULL ? 0 : (jsize)hp_tables(d, tables);
  if (length == 0)
    return NULL;
  jbyteArray copy = (*env)->NewByteArray(env, length);
  if (copy != NULL)
    (*env)->SetByteArrayRegion(env, copy, 0, length, (const jbyte *)tables);
  return copy;
}

JNIEXPORT jstring JNICALL NAME(message)(JNIEnv *env, jclass type, jlong handle) {
  (void)type;
  hp_decoder *d = decoder_of(handle);
  return (*env)->NewStringUTF(env, d == NULL ? "" : hp_message(d));
}

JNIEXPORT jstring JNICALL NAME(version)(JNIEnv *env, jclass type) {
  (void)type;
  return (*env)->NewStringUTF(env, TEXT(LIBJPEG_TURBO_VERSION));
}

JNIEXPORT jint JNICALL NAME(simdSupport)(JNIEnv *env, jclass type) {
  (void)env;
  (void)type;
  return (jint)jpeg_simd_cpu_support();
}

JNIEXPORT jboolean JNICALL NAME(cpuHasAvx2)(JNIEnv *env, jclass type) {
  (void)env;
  (void)type;
  return hp_cpu_has_avx2() ? JNI_TRUE : JNI_FALSE;
}

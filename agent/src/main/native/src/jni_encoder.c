/*
 * JNI face of the encoder core: class dev.hotpix.codec.TurboJpegEncoder.
 *
 * A handle is the address of an hp_encoder and never leaves JpegEncoder, which sets it
 * to 0 on close. Arrays are checked here against their real length before a byte is
 * touched. While an array is pinned no JNI function is called.
 */
#include <jni.h>
#include <stdint.h>

#include "encoder.h"

#define NAME(method) Java_dev_hotpix_codec_TurboJpegEncoder_##method

#define QUANT_VALUES 64

static hp_encoder *encoder_of(jlong handle) {
  return (hp_encoder *)(intptr_t)handle;
}

JNIEXPORT jlong JNICALL NAME(create)(JNIEnv *env, jclass type) {
  (void)env;
  (void)type;
  return (jlong)(intptr_t)hp_encoder_create();
}

JNIEXPORT void JNICALL NAME(destroy)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_encoder_destroy(encoder_of(handle));
}

static int has(JNIEnv *env, jarray array, int64_t length) {
  return array != NULL && length >= 0 && length <= (*env)->GetArrayLength(env, array);
}

JNIEXPORT jint JNICALL NAME(start)(JNIEnv *env, jclass type, jlong handle, jintArray frame,
                                   jintArray quant, jbyteArray huffman) {
  (void)type;
  enum { MOST = 4 };
  int32_t values[HP_FRAME_SIZE];
  int32_t quantisers[MOST * QUANT_VALUES];
  uint8_t codes[2 * MOST * HP_HUFFMAN_BYTES];
  hp_encoder *e = encoder_of(handle);
  if (e == NULL || !has(env, frame, HP_FRAME_SIZE))
    return HP_BAD_ARGUMENT;
  (*env)->GetIntArrayRegion(env, frame, 0, HP_FRAME_SIZE, (jint *)values);
  int32_t quants = values[HP_FRAME_QUANT_TABLES];
  int32_t dcs = values[HP_FRAME_DC_TABLES], acs = values[HP_FRAME_AC_TABLES];
  if (quants < 1 || quants > MOST || dcs < 0 || dcs > MOST || acs < 0 || acs > MOST
      || !has(env, quant, quants * QUANT_VALUES) || !has(env, huffman, (dcs + acs) * HP_HUFFMAN_BYTES))
    return HP_BAD_ARGUMENT;
  (*env)->GetIntArrayRegion(env, quant, 0, quants * QUANT_VALUES, (jint *)quantisers);
  (*env)->GetByteArrayRegion(env, huffman, 0, (dcs + acs) * HP_HUFFMAN_BYTES, (jbyte *)codes);
  return hp_encoder_start(e, values, quantisers, codes);
}

JNIEXPORT jint JNICALL NAME(stripRows)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_encoder *e = encoder_of(handle);
  return e == NULL ? 0 : hp_encoder_strip_rows(e);
}

/* `array` holds samples of `unit` bytes; offset and stride count them. */
static jint write_rows(JNIEnv *env, jlong handle, jarray array, jint offset, jint stride, jint rows,
                       jint row_samples, size_t unit) {
  hp_encoder *e = encoder_of(handle);
  if (e == NULL || offset < 0 || stride < 0 || rows < 1 || rows > HP_MAX_ROWS || row_samples < 1
      || hp_encoder_row_bytes(e) != (size_t)row_samples * unit
      || !has(env, array, offset + (int64_t)(rows - 1) * stride + row_samples))
    return HP_BAD_ARGUMENT;
  uint8_t *pixels = (*env)->GetPrimitiveArrayCritical(env, array, NULL);
  if (pixels == NULL)
    return HP_ERROR; /* an OutOfMemoryError is pending */
  int status = hp_encoder_write_rows(e, pixels + (size_t)offset * unit, (size_t)stride * unit, rows);
  (*env)->ReleasePrimitiveArrayCritical(env, array, pixels, JNI_ABORT);
  return status == HP_OK ? (jint)hp_encoder_pending(e) : status;
}

JNIEXPORT jint JNICALL NAME(writeBytes)(JNIEnv *env, jclass type, jlong handle, jbyteArray src, jint offset,
                                        jint stride, jint rows, jint row_samples) {
  (void)type;
  return write_rows(env, handle, src, offset, stride, rows, row_samples, 1);
}

JNIEXPORT jint JNICALL NAME(writeInts)(JNIEnv *env, jclass type, jlong handle, jintArray src, jint offset,
                                       jint stride, jint rows, jint row_samples) {
  (void)type;
  return write_rows(env, handle, src, offset, stride, rows, row_samples, 4);
}

JNIEXPORT jint JNICALL NAME(finish)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_encoder *e = encoder_of(handle);
  return e == NULL ? HP_BAD_ARGUMENT : hp_encoder_finish(e);
}

JNIEXPORT jint JNICALL NAME(pending)(JNIEnv *env, jclass type, jlong handle) {
  (void)env;
  (void)type;
  hp_encoder *e = encoder_of(handle);
  return e == NULL ? 0 : (jint)hp_encoder_pending(e);
}

JNIEXPORT jint JNICALL NAME(take)(JNIEnv *env, jclass type, jlong handle, jbyteArray dst, jint length) {
  (void)type;
  hp_encoder *e = encoder_of(handle);
  if (e == NULL || length < 0 || !has(env, dst, length) || (size_t)length > hp_encoder_pending(e))
    return HP_BAD_ARGUMENT;
  (*env)->SetByteArrayRegion(env, dst, 0, length, (const jbyte *)hp_encoder_take(e, (size_t)length));
  return HP_OK;
}

JNIEXPORT jstring JNICALL NAME(message)(JNIEnv *env, jclass type, jlong handle) {
  (void)type;
  hp_encoder *e = encoder_of(handle);
  return (*env)->NewStringUTF(env, e == NULL ? "" : hp_encoder_message(e));
}

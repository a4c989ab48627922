package dev.hotpix.demo.web;

/** What became of one uploaded file: a photo, or the reason why not. */
record UploadView(String name, PhotoView photo, String problem) {}

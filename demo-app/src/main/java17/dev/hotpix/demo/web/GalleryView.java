package dev.hotpix.demo.web;

import java.util.List;

/** The gallery as the page sees it; {@code made} of {@code toMake} photos of its own are there. */
record GalleryView(int made, int toMake, LimitsView limits, List<PhotoView> photos) {}

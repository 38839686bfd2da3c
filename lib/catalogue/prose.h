/*
 * prose.h: the English texts of the catalogue can be left out (meson option prose) by a host that only
 * wants ids.
 */
#ifndef PRAPI_CATALOGUE_PROSE_H
#define PRAPI_CATALOGUE_PROSE_H

#if PRAPI_PROSE /* 0 or 1, as the build says */
#define PRAPI_PROSE_TEXT(text) text
#else
#define PRAPI_PROSE_TEXT(text) ""
#endif

#endif

/*
 * prose.h: the English texts of the catalogue can be left out (meson option prose) by a host that only
 * wants ids.
 */
#ifndef PRAPI_CATALOGUE_PROSE_H
#define PRAPI_CATALOGUE_PROSE_H

#ifndef PRAPI_PROSE
#define PRAPI_PROSE 1 /* a build that says nothing, such as that of setup.py, has them */
#endif

#if PRAPI_PROSE
#define PRAPI_PROSE_TEXT(text) text
#else
#define PRAPI_PROSE_TEXT(text) ""
#endif

#endif

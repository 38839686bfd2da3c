/* export.h: marks what the shared library exports. Hidden is the default; PRAP_API is the exception. */
#ifndef PRAP_EXPORT_H
#define PRAP_EXPORT_H

#if defined(__GNUC__)
#define PRAP_API __attribute__((visibility("default")))
#else
#define PRAP_API
#endif

#endif

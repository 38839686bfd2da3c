/* documents.h: does a document's text count on a day? */
#ifndef PRAPI_CATALOGUE_DOCUMENTS_H
#define PRAPI_CATALOGUE_DOCUMENTS_H

#include "prap/catalogue.h"

/* PRAP_OUTSIDE_BEFORE or _AFTER when the day lies outside the document's dates in force, or 0. */
uint32_t prapi_document_outside(const prap_document *document, prap_day day);

#endif

/* prap.h: the whole of libprap, in reading order. */
#ifndef PRAP_PRAP_H
#define PRAP_PRAP_H

#include "prap/export.h"
#include "prap/version.h"
#include "prap/status.h"
#include "prap/day.h"
#include "prap/host.h"
#include "prap/vocabulary.h"
#include "prap/catalogue.h"
#include "prap/evidence.h"
#include "prap/calendar.h"
#include "prap/inline-calendar.h"
#include "prap/overlay.h"
#include "prap/arrays.h"
#include "prap/moves.h"
#include "prap/rulebook.h"
#include "prap/supplement.h"
#include "prap/moments.h"
#include "prap/dates.h"
#include "prap/referral.h"
#include "prap/difference.h"
#include "prap/engine.h"
#include "prap/asking.h"
#include "prap/standards.h"
#include "prap/person.h"
#include "prap/checklist.h"
#include "prap/challenge.h"
#include "prap/call.h"
#include "prap/provider-direct.h"

#endif

/* adopt.h: taking over a struct that was compiled with another size than ours. */
#ifndef PRAPI_ADOPT_H
#define PRAPI_ADOPT_H

#include <stddef.h>

#include "prap/status.h"

/*
 * Copies theirs into ours, which is room_bytes long and is zeroed first. least_bytes: what every caller has had since
 * the struct was born. A longer struct is accepted only if what we do not know is zero: nothing that a newer host
 * says is silently passed over (include/prap/host.h).
 * Returns PRAP_OK or PRAP_E_SIZE.
 */
prap_status prapi_adopt(void *ours, size_t room_bytes, const void *theirs, size_t their_bytes, size_t least_bytes);

#endif

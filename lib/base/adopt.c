/* adopt.c: see adopt.h. */
#include <string.h>

#include "base/adopt.h"

prap_status prapi_adopt(void *ours, size_t room_bytes, const void *theirs, size_t their_bytes, size_t least_bytes) {
    memset(ours, 0, room_bytes);
    if (their_bytes < least_bytes) return PRAP_E_SIZE;
    const unsigned char *bytes = theirs;
    for (size_t i = room_bytes; i < their_bytes; i++) {
        if (bytes[i] != 0) return PRAP_E_SIZE;
    }
    memcpy(ours, theirs, their_bytes < room_bytes ? their_bytes : room_bytes);
    return PRAP_OK;
}

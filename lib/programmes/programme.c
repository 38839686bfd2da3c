/* programme.c: which programmes there are. */
#include "programmes/programme.h"

const prapi_programme *prapi_programme_find(uint32_t number) {
    return number == prapi_ipes.number ? &prapi_ipes : NULL;
}
